/** One statement of Adobe's policy: present, missing, or in which elements the key's differs. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import type { Indicator } from '../../../status/indicators.ts';
import { IndicatorText } from '../../../status/StatusText.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import type { PolicyStatementView } from './kmsDocument.ts';

const item = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  minWidth: 0,
  paddingStart: 12,
  borderStyle: 'solid',
  borderWidth: 0,
  borderStartWidth: 2,
  borderColor: 'gray-200',
});
const head = style({ display: 'flex', flexWrap: 'wrap', columnGap: 12, rowGap: 4 });
const name = style({ font: 'ui', fontWeight: 'bold', overflowWrap: 'anywhere', minWidth: 0 });
const text = style({ font: 'body-sm', margin: 0, overflowWrap: 'anywhere' });
const sides = style({
  display: 'grid',
  // Beside each other, two policies are wider than a phone.
  gridTemplateColumns: {
    default: 'minmax(0, 1fr)',
    '@media (width >= 960px)': 'repeat(2, minmax(0, 1fr))',
  },
  gap: 8,
});
const side = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });
const label = style({ font: 'ui-sm', color: 'neutral-subdued' });

const INDICATORS: Record<NonNullable<PolicyStatementView['state']>, Indicator> = {
  PRESENT: { shape: 'check', tone: 'positive' },
  DIFFERING: { shape: 'octagon', tone: 'negative' },
  MISSING: { shape: 'cross', tone: 'negative' },
};

export function PolicyStatement({ statement }: { statement: PolicyStatementView }) {
  const intl = useIntl();
  const { state, sid, foundSid, parts } = statement;
  const title = sid ?? intl.formatMessage({ id: 'kms.noSid' });
  return (
    <li className={item}>
      <div className={head}>
        <span className={name}>{title}</span>
        {state ? (
          <IndicatorText indicator={INDICATORS[state]}>
            {intl.formatMessage({ id: `kms.${state}` }, { parts: intl.formatList(parts) })}
          </IndicatorText>
        ) : null}
      </div>
      {state !== 'MISSING' && foundSid !== null && foundSid !== sid ? (
        <p className={text}>{intl.formatMessage({ id: 'kms.foundAs' }, { sid: foundSid })}</p>
      ) : null}
      <Disclosure
        show={intl.formatMessage({ id: 'kms.showStatement' })}
        hide={intl.formatMessage({ id: 'kms.hideStatement' })}
        isOpenAtFirst={state === 'DIFFERING'}
      >
        <div className={sides}>
          <Side id="kms.atAdobe" title={title} json={statement.wanted} />
          {statement.found ? <Side id="kms.onKey" title={title} json={statement.found} /> : null}
        </div>
      </Disclosure>
    </li>
  );
}

interface SideProps {
  id: 'kms.atAdobe' | 'kms.onKey';
  title: string;
  json: string;
}

function Side({ id, title, json }: SideProps) {
  const intl = useIntl();
  const where = intl.formatMessage({ id });
  return (
    <div className={side}>
      <span className={label}>{where}</span>
      <CodeBlock text={json} label={`${title}: ${where}`} />
    </div>
  );
}
