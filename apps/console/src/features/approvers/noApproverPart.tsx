/** The notice that nobody can approve, which few visits need. */
import type { NoApprover } from '../../generated/enums.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { NoApproverNoticeProps } from './NoApproverNotice.tsx';

const notice = lazyPart(async () => (await import('./NoApproverNotice.tsx')).NoApproverNotice);

type Props = Omit<NoApproverNoticeProps, 'reason'> & { reason: NoApprover | null | undefined };

/** Nothing where somebody can approve. */
export function NoApproverPart({ reason, ...props }: Props) {
  return reason ? <Part part={notice} isWanted props={{ reason, ...props }} /> : null;
}
