/** Who has to approve by the run's policy, and when an approval can then be used. */
import type { IntlShape } from 'react-intl';
import { formatDuration } from '../../policy/duration.ts';
import type { RunView } from '../data/runFields.ts';

export function formatApprovalPolicy({ policy, organization }: RunView, intl: IntlShape): string {
  const { fourEyes, coolingOffSeconds, approvalValidSeconds } = policy;
  const valid = formatDuration(approvalValidSeconds, intl);
  const who = intl.formatMessage(
    { id: `run.approval.approver.${fourEyes}` },
    { organization: organization.name },
  );
  const when =
    coolingOffSeconds === 0
      ? intl.formatMessage({ id: 'run.approval.afterApprovalAtOnce' }, { valid })
      : intl.formatMessage(
          { id: 'run.approval.afterApprovalWait' },
          { wait: formatDuration(coolingOffSeconds, intl), valid },
        );
  return `${who} ${when}`;
}

/** Whether an approval that was given has a time of waiting. */
export const isDelayed = (approval: { decidedAt: string | null; usableAt: string | null }) =>
  approval.decidedAt !== null &&
  approval.usableAt !== null &&
  Date.parse(approval.usableAt) > Date.parse(approval.decidedAt);
