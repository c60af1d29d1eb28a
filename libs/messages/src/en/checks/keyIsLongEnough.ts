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
        'The size of a key can’t be changed. Create an RSA key of 3072 or 4096 bits with another name, in the portal or with the script in “What to do”, and provide its identifier.',
    },
    notStated: {
      observed: 'The size of {key} is not known',
      cause: 'Azure’s answer lacks the modulus, from which the size is computed.',
      remedy:
        'Keyway reads it again automatically. If this persists, check the RSA key size on the key’s version in the portal.',
    },
  },
};
