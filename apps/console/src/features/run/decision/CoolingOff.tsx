/** An approval that can't be used yet: until when, and what happens then. */
import { useIntl } from 'react-intl';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { CoolingOffTexts } from './CoolingOffTexts.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import type { RunView } from '../data/runFields.ts';
import { useRunUntil } from '../data/useRunUntil.ts';
import type { CoolingApproval } from './isCoolingOff.ts';

export interface CoolingOffProps {
  run: RunView;
  approval: CoolingApproval;
  /** What can be done afterwards. */
  next: 'run.coolingOff.submit' | 'run.coolingOff.ticket';
}

export const CoolingOff = (props: CoolingOffProps) => (
  <CoolingOffTexts>
    <Notice {...props} />
  </CoolingOffTexts>
);

function Notice({ run, approval: { usableAt, expiresAt }, next }: CoolingOffProps) {
  const intl = useIntl();
  useRunUntil(run.id, usableAt);
  const exact = (at: string) => intl.formatDate(at, { dateStyle: 'long', timeStyle: 'short' });
  return (
    <InlineAlert variant="informative" fillStyle="border">
      <Heading level={3}>
        {intl.formatMessage({ id: 'run.coolingOff.title' }, { at: exact(usableAt) })}
      </Heading>
      <Content>
        {intl.formatMessage(
          { id: 'run.coolingOff.text' },
          { when: <RelativeTime key="at" at={usableAt} /> },
        )}{' '}
        {intl.formatMessage({ id: next }, { until: expiresAt ? exact(expiresAt) : '' })}
      </Content>
    </InlineAlert>
  );
}
