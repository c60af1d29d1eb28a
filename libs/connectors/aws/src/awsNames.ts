/** Hosts, roles and sessions by name. Only these hosts are ever called. */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import type { AwsConnection } from '@keyway/core';

const REGION = /^[a-z]{2}(?:-[a-z]{2,12}){1,2}-\d{1,2}$/;
const ROLE_ARN = /^arn:aws:iam::(\d{12}):role\/(?:[\w+=,.@-]{1,64}\/){0,8}([\w+=,.@-]{1,64})$/;
const EXTERNAL_ID = /^[\w+=,.@:/-]{2,1224}$/;
const MAX_SESSION_NAME = 64;

export type AwsService = 'sts' | 'kms';

export const hostOf = (service: AwsService, region: string): string =>
  `${service}.${region}.amazonaws.com`;

/** The account and the last part of the name; null for anything but a role of `arn:aws`. */
export function roleOf(roleArn: string): { account: string; name: string } | null {
  const [, account, name] = ROLE_ARN.exec(roleArn) ?? [];
  return account === undefined || name === undefined ? null : { account, name };
}

/** Names the organization in the customer's CloudTrail: 2 to 64 characters that STS takes. */
export const sessionNameOf = (organizationId: string): string =>
  `keyway-${organizationId.replaceAll(/[^\w+=,.@-]/g, '-')}`.slice(0, MAX_SESSION_NAME);

/** @throws ConnectorError `credential` where the connection cannot even be tried */
export function requireConnection({ roleArn, externalId, region }: AwsConnection): void {
  if (roleOf(roleArn) && EXTERNAL_ID.test(externalId) && REGION.test(region)) return;
  throw new ConnectorError(
    { kind: 'credential', code: OWN_CODES.malformedCredential },
    { ambiguous: false, detail: 'Role ARN, external ID or region is missing or malformed' },
  );
}
