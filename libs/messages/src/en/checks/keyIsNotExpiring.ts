import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsNotExpiring: CheckMessages<'keyIsNotExpiring'> = {
  title: 'The key does not expire',
  expected: 'No expiry date, or one more than 30 days ahead with automatic rotation',
  outcomes: {
    noDate: 'No expiry date',
    rotates: 'Expires {date}; a rotation policy renews it',
    soon: {
      observed: 'Expires {date}',
      cause:
        'That is in 30 days or less. Adobe names an expired key as a cause for purging an organization’s data.',
      remedy:
        'Move the expiry date in the portal, or rotate the key, which makes a new version under the same name. Add a rotation policy so that this does not recur.',
    },
    noRotation: {
      observed: 'Expires {date}; no policy rotates it before',
      cause:
        'Without automatic rotation, the key stops working on that date. Adobe names an expired key as a cause for purging data.',
      remedy:
        'Remove the expiry date, or add a rotation policy with the action Rotate (Keys > {key} > Rotation policy). Or accept it with a reason and a reminder.',
    },
    rotationNotRead: {
      observed: 'Expires {date}; whether a policy rotates it could not be read',
      cause: 'Keyway’s credential could not read the rotation policy.',
      remedy:
        'Check Keys > {key} > Rotation policy. If it rotates the key, accept this with what you saw; otherwise add one or remove the expiry date.',
    },
    expired: {
      observed: 'Expired {date}',
      cause: 'Azure refuses to wrap with an expired key, and Adobe treats it as a withdrawal.',
      remedy:
        'In the portal: the key’s current version > remove the expiry date or set a later one. Or create a new version of the same key and provide its identifier.',
    },
    notStated: {
      observed: 'The expiry date of {key} can’t be read',
      cause: 'Azure’s answer contains no valid date.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in the portal.',
    },
  },
};
