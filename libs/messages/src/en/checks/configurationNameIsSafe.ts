import type { CheckMessages } from '../../checkMessages.ts';

export const configurationNameIsSafe: CheckMessages<'configurationNameIsSafe'> = {
  title: 'The configuration’s name is safe',
  expected: '1 to 64 lowercase letters, digits and hyphens',
  outcomes: {
    ok: '{name}',
    unusual: {
      observed: '{name}',
      cause:
        'Adobe finds a configuration by its exact name, including case; other characters have to be encoded in the address.',
      remedy: 'Use lowercase letters, digits and hyphens only.',
    },
    empty: {
      observed: 'Empty',
      cause: 'Adobe’s status can be read by name only.',
      remedy: 'Enter a name, such as keyway-cmk.',
    },
    outerSpace: {
      observed: '“{name}”',
      cause: 'It begins or ends with a space, which is invisible and part of the name.',
      remedy: 'Remove the space.',
    },
    unusable: {
      observed: 'A name that can’t be used in an address',
      cause: 'It is too long, or contains an invisible control character.',
      remedy: 'Enter a name of up to 64 lowercase letters, digits and hyphens.',
    },
  },
};
