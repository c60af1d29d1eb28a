import { canRecordTicket } from './guards.ts';
import type { Run } from './run.ts';
import type { Instant } from './vocabulary.ts';

/** Whether the case may be opened now, or was opened: all before it is done and approved. */
export const isTicketReady = (run: Run, now: Instant): boolean =>
  run.tracks.CJA.ticket !== null || canRecordTicket(run, now) === null;
