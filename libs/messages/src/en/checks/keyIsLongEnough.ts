import type { CheckMessages } from '../../checkMessages.ts';

export const keyIsLongEnough: CheckMessages<'keyIsLongEnough'> = {
  title: 'The key has at least 3072 bits',
  expected: '3072 or 4096 bits',
  outcomes: {
    ok: '{bits} bits',
    short: {
      observed: '{bits} bits',
      cause: 'Adobe requires at least 3072 bits, because its profile store (Cosmos DB) does.',
      remedy:
        'The size of a key cannot be changed. Create a new RSA key of 3072 or 4096 bits with another name, by the portal or the script in “What to do”, and provide its identifier.',
    },
    notStated: {
      observed: 'The size of {key} is not known',
      cause: 'Azure’s answer holds no modulus, so the size cannot be computed.',
      remedy:
        'It is read again by itself. If this stays, look at the key’s version in the portal: it shows the RSA key size.',
    },
  },
};
