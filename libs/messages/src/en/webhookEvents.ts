import type { WebhookEventType } from '@keyway/core';

/** What each event of webhooks is about. */
export const webhookEvents = {
  'organization.created': 'An organization was created or imported.',
  'run.started': 'A run was started.',
  'run.status_changed': 'The status of a run changed, also to COMPLETED or CANCELLED.',
  'run.completed': 'Every step of a run is done.',
  'run.cancelled': 'A run was cancelled.',
  'step.blocked':
    'A step is blocked: a check fails. `checks` names those that fail or could not be read.',
  'step.waiting': 'A step waits for somebody, or for somebody else than before: `actor`.',
  'approval.requested': 'An approval was requested.',
  'approval.decided': 'Somebody approved or refused: `decision` is APPROVED or REFUSED.',
  'approval.voided':
    'An approval became void: it was withdrawn, it expired, or the facts changed. `cause` says which.',
  'configuration.submitted':
    'Adobe took the configuration, or a person attested that it was submitted.',
  'configuration.status_changed': 'Adobe reports another status of the configuration, verbatim.',
  'alert.opened': 'An alert about a watched key was opened.',
  'alert.closed': 'An alert was closed: what it was about is over.',
  'health.changed': 'The health of an organization’s keys changed.',
  'credential.expires':
    'A stored client secret or certificate expires within 30 or 7 days. `inUse` is false where it waits to replace another.',
  'credential.expired': 'A stored client secret or certificate expired.',
  'history.checkpoint':
    'The end of the organization’s history was signed. Keep `jws`: a history that was rewritten later doesn’t match it.',
  'test.ping':
    'A test that an owner sends by `testWebhook`. It is sent once, whatever events the webhook wants.',
} satisfies Record<WebhookEventType, string>;
