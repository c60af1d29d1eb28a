import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsNotExpiring: CheckMessages<'keyIsNotExpiring'> = {
  title: 'The key does not run out',
  expected: 'No expiry date, or one more than 30 days ahead with automatic rotation',
  outcomes: {
    noDate: 'No expiry date',
    rotates: 'Expires {date}; a rotation policy renews it',
    soon: {
      observed: 'Expires {date}',
      cause:
        'That is in 30 days or less. Adobe counts an expired key among the causes for purging an organization’s data.',
      remedy:
        'Move the expiry date in the portal, or rotate the key: a new version under the same name. Add a rotation policy so that it does not come back.',
    },
    noRotation: {
      observed: 'Expires {date}; no policy rotates it before',
      cause:
        'An expiry date without automatic rotation is an outage with a date. Adobe counts an expired key among the causes for purging data.',
      remedy:
        'Remove the expiry date, or add a rotation policy with the action Rotate (Keys > {key} > Rotation policy). Or accept it with a reason and a reminder.',
    },
    rotationNotRead: {
      observed: 'Expires {date}; whether a policy rotates it could not be read',
      cause: 'Our credential could not read the rotation policy.',
      remedy:
        'Look at Keys > {key} > Rotation policy. If it rotates, accept this with what you saw; else add one or remove the expiry date.',
    },
    expired: {
      observed: 'Expired {date}',
      cause: 'Azure refuses to wrap with an expired key, and Adobe takes it for a withdrawal.',
      remedy:
        'In the portal: the key’s current version > remove the expiry date or set a later one. Or create a new version of the same key and provide its identifier.',
    },
    notStated: {
      observed: 'The expiry date of {key} cannot be read',
      cause: 'Azure’s answer holds no date there.',
      remedy: 'It is read again by itself. If this stays, look at the key in the portal.',
    },
  },
};
