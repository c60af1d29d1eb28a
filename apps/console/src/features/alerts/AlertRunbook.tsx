/** What to do, step by step, to read or to copy. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { CopyButton } from '../../ui/CopyText.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';

const list = style({
  font: 'body',
  margin: 0,
  paddingStart: 24,
  maxWidth: 800,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 4,
  overflowWrap: 'anywhere',
});

interface AlertRunbookProps {
  steps: readonly string[];
  /** Of what it is: the first line of what is copied. */
  title: string;
  isOpenAtFirst: boolean;
}

export function AlertRunbook({ steps, title, isOpenAtFirst }: AlertRunbookProps) {
  const intl = useIntl();
  if (steps.length === 0) return null;
  const lines = steps.map((step, index) => `${index + 1}. ${step}`);
  const count = { count: steps.length };
  return (
    <Disclosure
      show={intl.formatMessage({ id: 'alerts.showRunbook' }, count)}
      hide={intl.formatMessage({ id: 'alerts.hideRunbook' }, count)}
      isOpenAtFirst={isOpenAtFirst}
      beside={
        <CopyButton
          text={[title, ...lines].join('\n')}
          label={intl.formatMessage({ id: 'alerts.runbook' })}
        />
      }
    >
      <ol className={list}>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Disclosure>
  );
}
