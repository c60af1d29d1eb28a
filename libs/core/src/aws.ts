/** What other projects use of AWS: facts of KMS, ARNs of keys, and key policies. */
export { areKmsFacts, type KmsStepFacts } from './facts.ts';
export { AWS_HINTS, type AwsHintId } from './failures/awsHints.ts';
export { cloudOfCheck } from './failures/hintOf.ts';
export { canProvideKeyPolicy } from './guards.ts';
export { AWS_REGION_OF_VA6, inspectKeyArn, parseKeyArn, type KeyArn } from './inspectKeyArn.ts';
export {
  compareKeyPolicies,
  type DenyingStatement,
  type KeyPolicyComparison,
  type StatementDifference,
} from './keyPolicy/compareKeyPolicies.ts';
export { isAdobesPolicy } from './keyPolicy/isAdobesPolicy.ts';
export { keyPolicyText, mergeKeyPolicy } from './keyPolicy/mergeKeyPolicy.ts';
export {
  reviewKeyPolicy,
  type KeyPolicyReview,
  type StatementReview,
} from './keyPolicy/reviewKeyPolicy.ts';
export {
  inspectKeyPolicy,
  MAX_KEY_POLICY_LENGTH,
  type InspectedKeyPolicy,
  type KeyPolicy,
} from './keyPolicy/inspectKeyPolicy.ts';
export type { Statement, StatementPart } from './keyPolicy/statement.ts';
export type { KeyPolicyTemplate } from './run.ts';
