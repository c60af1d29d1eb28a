/** CJA's last steps, without an API: a ticket and its confirmation (CJA-11 to CJA-13). */
import { confirmationProblem } from '../approvalGuards.ts';
import { observationJobKeys, jobKeys, withStep, withTrack, type Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import { namedActor } from '../eventActor.ts';
import { canConfirmCja, canRecordTicket } from '../guards.ts';
import { refuse } from '../refusal.ts';
import type { Run } from '../run.ts';
import { requestTicketReread, effectsAfterTicket } from './ticketReread.ts';

export function ticketRecorded(run: Run, event: RunEventOf<'ticketRecorded'>): Outcome {
  const { caseNumber, openedAt, url, confirmImsOrgId = null } = event.data;
  const refusal =
    canRecordTicket(run, event.at) ??
    (confirmImsOrgId === null ? null : confirmationProblem(run, confirmImsOrgId));
  if (refusal) return { refusal };
  if (caseNumber.trim() === '')
    return {
      refusal: refuse('caseNumberMissing', ['caseNumber']),
    };
  if (openedAt !== null && openedAt > event.at)
    return {
      refusal: refuse('caseOpenedInFuture', ['openedAt']),
    };
  const ticket = {
    caseNumber: caseNumber.trim(),
    openedAt: openedAt ?? event.at,
    url,
    recordedBy: namedActor(event.actor),
    recordedAt: event.at,
  };
  const { approval } = run.tracks.CJA;
  // Asked before the track is frozen, since a frozen one is read no more.
  const next = withTrack(requestTicketReread(run), 'CJA', {
    ticket,
    approval: approval ? { ...approval, status: 'spent' } : null,
  });
  return {
    run: next,
    effects: effectsAfterTicket(next),
    clearJobKeys: [jobKeys.expire('CJA'), ...observationJobKeys('CJA')],
  };
}

export function cjaConfirmed(run: Run, event: RunEventOf<'cjaConfirmed'>): Outcome {
  const { confirmedBy, confirmedAt, text } = event.data;
  const refusal = canConfirmCja(run);
  if (refusal) return { refusal };
  if (confirmedBy.trim() === '')
    return {
      refusal: refuse('confirmedByMissing', ['confirmedBy']),
    };
  if (text.trim() === '') return { refusal: refuse('confirmationTextMissing', ['text']) };
  if (confirmedAt !== null && confirmedAt > event.at)
    return {
      refusal: refuse('confirmationInFuture', ['confirmedAt']),
    };
  const openedAt = run.tracks.CJA.ticket?.openedAt ?? null;
  if (confirmedAt !== null && openedAt !== null && confirmedAt < openedAt)
    return { refusal: refuse('confirmationBeforeCase', ['confirmedAt'], { openedAt }) };
  const confirmation = {
    confirmedBy: confirmedBy.trim(),
    confirmedAt: confirmedAt ?? event.at,
    text,
    recordedBy: namedActor(event.actor),
  };
  return {
    run: withStep(withTrack(run, 'CJA', { confirmation }), 'CJA', 'CONFIRMATION', {
      externalStatus: text,
    }),
  };
}
