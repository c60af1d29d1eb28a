import type { CheckMessages } from '../../checkMessages.ts';

export const kmsKeyMaterialIsOwn: CheckMessages<'kmsKeyMaterialIsOwn'> = {
  title: 'The key material is made by KMS',
  expected: 'Key material made by KMS',
  outcomes: {
    ok: 'Made by KMS',
    imported: {
      observed: 'Imported',
      cause:
        'Adobe recommends material made by KMS. Imported material has to be kept outside AWS, and KMS can’t rotate it automatically.',
      remedy:
        'Create a key with material made by KMS, or accept this with a reason if you must keep your own material.',
    },
    expiring: {
      observed: 'Imported, and expires at {validTo}',
      cause:
        'When the material expires, KMS deletes it, and Adobe can no longer decrypt anything until the same material is imported again.',
      remedy:
        'Create a key with material made by KMS, or import the material again without an expiry. Accept this only with a plan for that date.',
    },
    customStore: {
      observed: 'From another key store ({origin})',
      cause:
        'Adobe’s guide does not cover keys of CloudHSM or of an external key store. They depend on a service beside KMS.',
      remedy: 'Create a key with material made by KMS, or accept this with a reason.',
    },
    notStated: {
      observed: 'KMS does not say where the key material is from',
      cause: 'The answer lacks the field, or has a value that Keyway does not know.',
      remedy: 'Keyway reads it again automatically. If this persists, check the key in AWS KMS.',
    },
  },
};
