import type { InboxKind } from '@keyway/core';

const place = '{step, select, none {} other { at {step}}}';

/** What happened that concerns a person, in a sentence. */
export const inbox: Record<InboxKind, string> = {
  MENTIONED: `{actor} mentioned you in a comment on {organization}{step, select, none {} other {, {step}}}`,
  APPROVAL_REQUESTED:
    '{actor} requested an approval for {organization}{track, select, none {} other {, {track}}}',
  APPROVAL_GRANTED:
    '{actor} approved the request for {organization}{track, select, none {} other {, {track}}}',
  APPROVAL_REFUSED:
    '{actor} refused the request for {organization}{track, select, none {} other {, {track}}}',
  ASSIGNED: '{actor} assigned the run of {organization} to you',
  RUN_BLOCKED: `The run of {organization} is blocked${place}`,
  RUN_FAILED: `The run of {organization} failed${place}`,
  HEALTH: 'A key of {organization} has a new alert',
};
