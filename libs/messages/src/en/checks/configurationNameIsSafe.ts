import type { CheckMessages } from '../../checkMessages.ts';

export const configurationNameIsSafe: CheckMessages<'configurationNameIsSafe'> = {
  title: 'The configuration’s name is safe',
  expected: '1 to 64 lower-case letters, digits and hyphens',
  outcomes: {
    ok: '{name}',
    unusual: {
      observed: '{name}',
      cause:
        'Adobe finds a configuration by its exact name, capital letters included; other characters have to be encoded in the address.',
      remedy: 'Better use lower-case letters, digits and hyphens only.',
    },
    empty: {
      observed: 'Empty',
      cause: 'Adobe’s status can only be asked for by name.',
      remedy: 'Give a name such as keyway-cmk.',
    },
    outerSpace: {
      observed: '“{name}”',
      cause: 'It begins or ends with a space, which nobody sees and Adobe’s status needs.',
      remedy: 'Remove the space.',
    },
    unusable: {
      observed: 'A name that cannot be put into an address',
      cause: 'It is too long, or holds an invisible control character.',
      remedy: 'Give a name of up to 64 lower-case letters, digits and hyphens.',
    },
  },
};
