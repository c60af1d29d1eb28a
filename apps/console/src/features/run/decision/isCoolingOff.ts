import type { TrackView } from '../data/runFields.ts';
import { isDelayed } from './formatApprovalPolicy.ts';

/** An approval that waits for the policy's time. */
export type CoolingApproval = NonNullable<TrackView['approval']> & { usableAt: string };

/** Whether it does, as the server says. */
export const isCoolingOff = (approval: TrackView['approval']): approval is CoolingApproval =>
  approval?.status === 'APPROVED' && !approval.usable && isDelayed(approval);
