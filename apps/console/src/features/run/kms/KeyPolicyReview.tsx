/**
 * The key policy beside the one of Adobe's page, statement by statement, and the policy to put on
 * the key, which keeps every statement of it (AWS-05, AWS-06, VAL-31).
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { PastedPolicyList } from './PastedPolicyList.tsx';
import { PolicyFindings } from './PolicyFindings.tsx';
import { PolicyStatement } from './PolicyStatement.tsx';
import type { KeyPolicyView, PastedPolicies } from './kmsDocument.ts';

const box = style({ display: 'flex', flexDirection: 'column', rowGap: 8, minWidth: 0 });
const heading = style({ font: 'title-sm', margin: 0 });
const text = style({ font: 'body-sm', margin: 0 });
const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
});

interface KeyPolicyReviewProps {
  review: KeyPolicyView;
  pasted: PastedPolicies;
}

export function KeyPolicyReview({ review, pasted }: KeyPolicyReviewProps) {
  const intl = useIntl();
  const { statements, template, current, merged } = review;
  const present = statements.filter(({ state }) => state === 'PRESENT').length;
  const isCompared = statements.some(({ state }) => state !== null);
  const isChanged = present < statements.length || review.keepsAdmin === false;
  return (
    <section className={box} aria-label={intl.formatMessage({ id: 'kms.policy' })}>
      <h4 className={heading}>{intl.formatMessage({ id: 'kms.statements' })}</h4>
      <p className={text}>
        {!template
          ? intl.formatMessage({ id: 'kms.noTemplate' })
          : isCompared
            ? intl.formatMessage({ id: 'kms.summary' }, { present, total: statements.length })
            : intl.formatMessage({ id: 'kms.notCompared' })}
      </p>
      {statements.length > 0 ? (
        <ol className={list} aria-label={intl.formatMessage({ id: 'kms.statements' })}>
          {statements.map((statement, at) => (
            <PolicyStatement key={at} statement={statement} />
          ))}
        </ol>
      ) : null}
      <PolicyFindings review={review} />
      {merged && isChanged ? (
        <>
          <h4 className={heading}>{intl.formatMessage({ id: 'kms.merged' })}</h4>
          <p className={text}>{intl.formatMessage({ id: 'kms.mergedAbout' })}</p>
          <CodeBlock text={merged} label={intl.formatMessage({ id: 'kms.merged' })} />
        </>
      ) : null}
      {current ? (
        <Disclosure
          show={intl.formatMessage({ id: 'kms.showCurrent' })}
          hide={intl.formatMessage({ id: 'kms.hideCurrent' })}
        >
          <CodeBlock text={current} label={intl.formatMessage({ id: 'kms.current' })} />
        </Disclosure>
      ) : null}
      <PastedPolicyList pasted={pasted} />
    </section>
  );
}
