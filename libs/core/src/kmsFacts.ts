/** What AWS says of a KMS key, normalized, without evaluation (VAL-29 to VAL-31). */
import { z } from 'zod';
import { booleanOrNull, looseObject, numberOrNull, textOrNull } from './observedSchema.ts';

export const kmsKeyFactsSchema = looseObject({
  /** As KMS answered it (AWS-10). */
  arn: z.string(),
  /** Twelve digits: the account that holds the key. */
  account: textOrNull,
  /** `SYMMETRIC_DEFAULT`, `RSA_2048`, … (AWS-02). */
  keySpec: textOrNull,
  /** `ENCRYPT_DECRYPT`, `SIGN_VERIFY`, … */
  keyUsage: textOrNull,
  /** `Enabled`, `Disabled`, `PendingDeletion`, `PendingImport`, `Unavailable`, … */
  keyState: textOrNull,
  enabled: booleanOrNull,
  multiRegion: booleanOrNull,
  /** `AWS_KMS`, `EXTERNAL`, `AWS_CLOUDHSM`, `EXTERNAL_KEY_STORE`. */
  origin: textOrNull,
  /** `CUSTOMER` or `AWS`. */
  keyManager: textOrNull,
  /** ISO 8601 UTC: when a key that is pending deletion is gone. */
  deletionDate: textOrNull,
  /** ISO 8601 UTC: when imported material expires; null where it does not. */
  validTo: textOrNull,
});
/** A key as `DescribeKey` describes it. */
export type KmsKeyFacts = z.infer<typeof kmsKeyFactsSchema>;

export const kmsRotationFactsSchema = looseObject({
  /** Automatic rotation, off by default (ROT-09). */
  enabled: booleanOrNull,
  /** Days, 90 to 2560. */
  periodInDays: numberOrNull,
  /** ISO 8601 UTC. */
  nextRotation: textOrNull,
});
/** What `GetKeyRotationStatus` says. */
export type KmsRotationFacts = z.infer<typeof kmsRotationFactsSchema>;

export const keyPolicyFactsSchema = looseObject({
  /** JSON text exactly as `GetKeyPolicy` answered it. */
  policy: z.string(),
});
/** The policy named `default`, the only one that a key has. */
export type KeyPolicyFacts = z.infer<typeof keyPolicyFactsSchema>;
