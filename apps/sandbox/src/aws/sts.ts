/** AWS STS: AssumeRole and GetCallerIdentity, by the query protocol. */
import type { Answer, Call } from '../server/exchange.ts';
import { Refusal } from '../server/exchange.ts';
import type { SandboxContext } from '../server/sandboxContext.ts';
import type { AwsCustomer } from '../state/awsRecords.ts';
import { assumedRole, awsCaller } from './awsCaller.ts';
import type { AwsCaller } from './awsCaller.ts';
import { STS_NAMESPACE, stsError, xml } from './awsErrors.ts';
import type { AwsEndpoint } from './awsHosts.ts';

const VERSION = '2011-06-15';

function succeeded(action: string, elements: string): Answer {
  const requestId = crypto.randomUUID();
  return {
    status: 200,
    // Reads, to Keyway's purpose: nothing of the customer's changes.
    ledger: false,
    headers: { 'content-type': 'text/xml', 'x-amzn-requestid': requestId },
    body: `<${action}Response xmlns="${STS_NAMESPACE}">
  <${action}Result>
${elements}
  </${action}Result>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</${action}Response>
`,
  };
}

const element = (name: string, text: string): string => `    <${name}>${xml(text)}</${name}>`;

interface AssumeRoleRequest {
  roleArn: string;
  sessionName: string;
  externalId: string | null;
  durationSeconds: number;
}

const invalid = (text: string): Refusal => new Refusal(stsError(400, 'ValidationError', text));

function readRequest(form: URLSearchParams): AssumeRoleRequest {
  const roleArn = form.get('RoleArn') ?? '';
  const sessionName = form.get('RoleSessionName') ?? '';
  const externalId = form.get('ExternalId');
  const durationSeconds = Number(form.get('DurationSeconds') ?? 3600);
  if (!/^arn:aws:iam::\d{12}:role\/[\w+=,.@/-]{1,576}$/.test(roleArn))
    throw invalid(`${roleArn} is invalid`);
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName))
    throw invalid(
      `1 validation error detected: Value '${sessionName}' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@-]*`,
    );
  if (externalId !== null && !/^[\w+=,.@:/-]{2,1224}$/.test(externalId))
    throw invalid(
      "1 validation error detected: Value at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\w+=,.@:\\/-]*",
    );
  if (!(durationSeconds >= 900 && durationSeconds <= 43_200))
    throw invalid(
      `1 validation error detected: Value '${durationSeconds}' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900`,
    );
  return { roleArn, sessionName, externalId, durationSeconds };
}

/** The trust policy: Keyway's account, with the external ID of this organization. */
function isTrusted({ trust, deny }: AwsCustomer, caller: AwsCaller, externalId: string | null) {
  return (
    caller.roleArn === null &&
    trust.principalAccount === caller.account &&
    externalId !== null &&
    (trust.externalId === null || trust.externalId === externalId) &&
    !deny.includes('sts:AssumeRole')
  );
}

function assumeRole(form: URLSearchParams, caller: AwsCaller, context: SandboxContext): Answer {
  const { roleArn, sessionName, externalId, durationSeconds } = readRequest(form);
  const customer = context.world.awsCustomerOfRole(roleArn);
  if (!customer || !isTrusted(customer, caller, externalId))
    // The same for a role that does not exist, as AWS has it.
    return stsError(
      403,
      'AccessDenied',
      `User: ${caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${roleArn}`,
    );
  if (customer.trust.externalId === null)
    context.world.awsCustomers.put(customer.imsOrgId, {
      ...customer,
      trust: { ...customer.trust, externalId },
    });
  const expiresAt = context.now() + durationSeconds * 1000;
  const made = context.sessions.open(roleArn, sessionName, expiresAt);
  const { arn, userId } = assumedRole(roleArn, sessionName);
  return succeeded(
    'AssumeRole',
    [
      '    <AssumedRoleUser>',
      element('AssumedRoleId', userId),
      element('Arn', arn),
      '    </AssumedRoleUser>',
      '    <Credentials>',
      element('AccessKeyId', made.accessKeyId),
      element('SecretAccessKey', made.secretAccessKey),
      element('SessionToken', made.sessionToken),
      element('Expiration', new Date(expiresAt).toISOString().replace(/\.\d{3}/, '')),
      '    </Credentials>',
    ].join('\n'),
  );
}

export function sts(call: Call, endpoint: AwsEndpoint, context: SandboxContext): Answer {
  const caller = awsCaller(call, endpoint, context);
  const form = new URLSearchParams(call.body);
  const action = form.get('Action') ?? '';
  if (form.get('Version') !== VERSION || !['AssumeRole', 'GetCallerIdentity'].includes(action))
    return stsError(
      400,
      'InvalidAction',
      `Could not find operation ${action} for version ${form.get('Version') ?? 'NO_VERSION_SPECIFIED'}`,
    );
  if (action === 'AssumeRole') return assumeRole(form, caller, context);
  return succeeded(
    action,
    [
      element('Arn', caller.arn),
      element('UserId', caller.userId),
      element('Account', caller.account),
    ].join('\n'),
  );
}
