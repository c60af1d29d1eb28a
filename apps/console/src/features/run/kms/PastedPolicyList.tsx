/** The policies of Adobe's page that were pasted, the newest first; the newest counts. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { PastedPolicies } from './kmsDocument.ts';

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  margin: 0,
  paddingStart: 0,
  paddingTop: 8,
  listStyleType: 'none',
});
const item = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const line = style({ font: 'body-sm', overflowWrap: 'anywhere' });

/** As the event has it; another one's data would show nothing. */
const policyOf = (data: unknown): string => {
  const { policy } = (data ?? {}) as { policy?: unknown };
  return typeof policy === 'string' ? policy : '';
};

export function PastedPolicyList({ pasted }: { pasted: PastedPolicies }) {
  const intl = useIntl();
  const { nodes, pageInfo } = pasted;
  if (nodes.length === 0) return null;
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'kms.showPasted' }, { count: nodes.length })}
      hide={intl.formatMessage({ id: 'kms.hidePasted' })}
    >
      <ol className={list} aria-label={intl.formatMessage({ id: 'kms.pasted' })}>
        {nodes.map(({ id, at, actor, data }) => (
          <li key={id} className={item}>
            <span className={line}>
              {actor}, <RelativeTime at={at} />
            </span>
            <CodeBlock
              text={policyOf(data)}
              label={intl.formatMessage({ id: 'kms.pastedPolicy' })}
            />
          </li>
        ))}
      </ol>
      {pageInfo.hasNextPage ? (
        <span className={line}>{intl.formatMessage({ id: 'kms.olderPasted' })}</span>
      ) : null}
    </Disclosure>
  );
}
