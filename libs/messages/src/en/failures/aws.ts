/** What went wrong in a call to AWS, and what to do, in English. */
import type { AwsFailureMessages } from '../../failureMessages.ts';
import { network } from './network.ts';

const RETRIES = 'Nothing to do: Keyway tries again automatically.';
const IDENTITY = {
  cause: 'AWS does not accept the identity that Keyway itself signs in with.',
  remedy: 'Whoever runs Keyway checks the AWS credentials of its worker.',
};

export const aws = {
  AccessDenied: {
    cause:
      'Keyway may not assume the role: its trust policy does not name Keyway, or the external ID is another one.',
    remedy: 'Put the trust policy that the connection to AWS shows on the role, then check again.',
  },
  InvalidClientTokenId: IDENTITY,
  SignatureDoesNotMatch: IDENTITY,
  InvalidArnException: {
    cause: 'KMS does not accept the ARN.',
    remedy: 'Copy the ARN of the key from AWS KMS, and provide the key again.',
  },
  credential: {
    cause: 'AWS does not accept the sign-in.',
    remedy: 'Check the role and its trust policy, and connect AWS again.',
  },
  denied: {
    cause: 'The role may not do this. What it could not read may be valid.',
    remedy:
      'Put the permissions policy that the connection to AWS shows on the role, then check again.',
  },
  deniedPermission: {
    cause:
      'The role lacks {permission}, or the key policy denies it. What it could not read may be valid.',
    remedy:
      'Allow the role {permission} on the key, with the permissions policy that the connection to AWS shows. Then check again.',
  },
  notFound: {
    cause: 'KMS has no such key in this account and region.',
    remedy: 'Check the ARN in AWS KMS, and provide the key again.',
  },
  rejected: {
    cause: 'AWS refuses exactly this request.',
    remedy: 'Check the ARN of the key and the role, then check again.',
  },
  throttled: { cause: 'AWS received too many requests.', remedy: RETRIES },
  unavailable: {
    cause: 'The AWS service has an error.',
    remedy: `${RETRIES} If this persists, check the AWS Health Dashboard.`,
  },
  noAnswer: {
    cause: 'The connection to AWS failed or timed out.',
    remedy: `${RETRIES} If this persists, make sure that this network reaches AWS.`,
  },
  badResponse: {
    cause:
      'The answer does not have the documented form. It may be the page of a proxy or gateway.',
    remedy: RETRIES,
  },
  KEYWAY_NOT_CONNECTED: {
    cause: 'The connection to AWS was removed, or there is none yet.',
    remedy: 'Connect AWS with a role of the account that holds the key.',
  },
  KEYWAY_CREDENTIAL_NOT_READABLE: {
    cause: 'Keyway can’t read what it stored of the connection to AWS.',
    remedy: 'Connect AWS again.',
  },
  KEYWAY_NOT_READ_YET: {
    cause: 'A step before this one has no current result.',
    remedy: RETRIES,
  },
  ...network,
} satisfies AwsFailureMessages;
