/** Who signed a request to AWS. What is not signed rightly is refused as AWS refuses it. */
import { SANDBOX_AWS } from '@keyway/config';
import type { Call } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import { signatureRefusal } from './awsErrors.ts';
import type { AwsEndpoint } from './awsHosts.ts';
import { isSame, readSignature, signatureOf } from './sigV4.ts';
import type { ReadSignature } from './sigV4.ts';

const MAX_SKEW_MS = 5 * 60 * 1000;

export interface AwsCaller {
  arn: string;
  account: string;
  userId: string;
  /** Of an assumed role; null for Keyway's own identity. */
  roleArn: string | null;
}

const UNKNOWN_TOKEN = 'The security token included in the request is invalid.';

function readInstant(text: string): number | null {
  const form = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;
  return form.test(text) ? Date.parse(text.replace(form, '$1-$2-$3T$4:$5:$6Z')) : null;
}

const basicInstant = (at: number): string =>
  new Date(at).toISOString().replace(/[:-]|\.\d{3}/g, '');

/** Everything about the date: AWS takes a signature for five minutes around its own time. */
function requireCurrent(endpoint: AwsEndpoint, signed: ReadSignature, at: string, now: number) {
  const instant = readInstant(at);
  if (instant === null)
    throw signatureRefusal(
      endpoint,
      'incomplete',
      `Date must be in ISO-8601 'basic format'. Got '${at}'. See http://en.wikipedia.org/wiki/ISO_8601`,
    );
  if (!at.startsWith(signed.day))
    throw signatureRefusal(
      endpoint,
      'signature',
      `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${signed.day}' != '${at.slice(0, 8)}', from '${at}'.`,
    );
  const skew = instant - now;
  if (Math.abs(skew) <= MAX_SKEW_MS) return;
  const [limit, relation, state] =
    skew < 0 ? [-MAX_SKEW_MS, 'earlier', 'expired'] : [MAX_SKEW_MS, 'later', 'not yet current'];
  throw signatureRefusal(
    endpoint,
    'signature',
    `Signature ${state}: ${at} is ${state === 'expired' ? 'now' : 'still'} ${relation} than ${basicInstant(now + limit)} (${basicInstant(now)} ${limit < 0 ? '-' : '+'} 5 min.)`,
  );
}

function requireScope(endpoint: AwsEndpoint, { region, service, signedHeaders }: ReadSignature) {
  if (service !== endpoint.service)
    throw signatureRefusal(
      endpoint,
      'signature',
      `Credential should be scoped to correct service: '${endpoint.service}'. `,
    );
  if (region !== endpoint.region)
    throw signatureRefusal(
      endpoint,
      'signature',
      'Credential should be scoped to a valid region. ',
    );
  if (!signedHeaders.includes('host') || !signedHeaders.includes('x-amz-date'))
    throw signatureRefusal(
      endpoint,
      'signature',
      "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.",
    );
}

/** The secret to check with, and whom it belongs to. */
function holderOf(
  call: Call,
  endpoint: AwsEndpoint,
  signed: ReadSignature,
  { sessions, now }: SandboxContext,
): { caller: AwsCaller; secret: string } {
  const token = call.headers['x-amz-security-token'];
  if (token === undefined && signed.accessKeyId === SANDBOX_AWS.accessKeyId) {
    const { principal: arn, account, secretAccessKey: secret } = SANDBOX_AWS;
    return { caller: { arn, account, userId: 'AIDAKEYWAYSANDBOX001', roleArn: null }, secret };
  }
  const session = token === undefined ? undefined : sessions.read(String(token));
  const isOwn = session?.accessKeyId === signed.accessKeyId;
  if (!session || !isOwn || !signed.signedHeaders.includes('x-amz-security-token'))
    throw signatureRefusal(endpoint, 'unknownKey', UNKNOWN_TOKEN);
  if (session.expiresAt <= now())
    throw signatureRefusal(
      endpoint,
      'expiredToken',
      'The security token included in the request is expired',
    );
  return {
    caller: assumedRole(session.roleArn, session.sessionName),
    secret: sessions.secretOf(session.accessKeyId),
  };
}

/** As `GetCallerIdentity` and messages name the session of a role. */
export function assumedRole(roleArn: string, sessionName: string): AwsCaller {
  const [, , , , account = '', resource = ''] = roleArn.split(':');
  const role = resource.split('/').at(-1)!;
  return {
    arn: `arn:aws:sts::${account}:assumed-role/${role}/${sessionName}`,
    account,
    userId: `AROAKEYWAYSANDBOX001:${sessionName}`,
    roleArn,
  };
}

export function awsCaller(call: Call, endpoint: AwsEndpoint, context: SandboxContext): AwsCaller {
  const { authorization = '' } = call.headers;
  if (!authorization)
    throw signatureRefusal(
      endpoint,
      'missing',
      endpoint.service === 'sts'
        ? 'Request is missing Authentication Token'
        : 'Missing Authentication Token',
    );
  const signed = readSignature(authorization);
  if (!signed)
    throw signatureRefusal(
      endpoint,
      'incomplete',
      "Authorization header requires 'Credential', 'Signature' and 'SignedHeaders' parameters.",
    );
  const at = String(call.headers['x-amz-date'] ?? '');
  const { caller, secret } = holderOf(call, endpoint, signed, context);
  requireScope(endpoint, signed);
  requireCurrent(endpoint, signed, at, context.now());
  if (!isSame(signed.signature, signatureOf(call, signed, at, secret)))
    throw signatureRefusal(
      endpoint,
      'signature',
      'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
    );
  return caller;
}
