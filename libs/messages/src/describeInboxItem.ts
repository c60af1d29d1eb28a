import type { InboxKind, Locale, StepId, TrackId } from '@keyway/core';
import { format } from './format.ts';
import { messagesIn } from './messagesIn.ts';
import { stepTitle, trackTitle } from './names.ts';

/** What concerns a person, with the name of the organization. */
export interface DescribedInboxItem {
  kind: InboxKind;
  organization: string;
  actor: string | null;
  track: TrackId | null;
  step: StepId | null;
}

/** What happened, in a sentence without a full stop. */
export function describeInboxItem(
  { kind, organization, actor, track, step }: DescribedInboxItem,
  locale: Locale,
): string {
  const values = {
    organization,
    actor: actor ?? 'Keyway',
    track: track && trackTitle(track, locale),
    step: step && stepTitle(step, locale),
  };
  return format(messagesIn(locale).inbox[kind], values, locale);
}
