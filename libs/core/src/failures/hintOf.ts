/** Finds the hint for a failed call: by the documented code, else by what kind of failure it is. */
import type { CheckNeeds, CheckResult, CheckValues } from '../check.ts';
import { CONNECTOR_ERROR_KINDS, isRetryable } from '../connectorError.ts';
import type { ReadFailure } from '../observedSchema.ts';
import { platformHostOf } from '../regions.ts';
import type { Organization } from '../organization.ts';
import type { Cloud, StepId } from '../vocabulary.ts';
import { ADOBE_HINTS, type AdobeHintId } from './adobeHints.ts';
import { AWS_HINTS, type AwsHintId } from './awsHints.ts';
import { AZURE_HINTS, type AzureHintId } from './azureHints.ts';
import { OWN_CODES, type FailureHint } from './hint.ts';

/** Which cloud a call was made to. */
export type FailedCloud = 'adobe' | 'azure' | 'aws';
/** A hint with the key of its texts. */
export type FoundHint = FailureHint &
  (
    | { cloud: 'adobe'; id: AdobeHintId }
    | { cloud: 'azure'; id: AzureHintId }
    | { cloud: 'aws'; id: AwsHintId }
  );

/** What a hint is found by, from a failure or from the values of a check that keeps one. */
export type FailureHead = Partial<Pick<ReadFailure, 'kind' | 'code' | 'status' | 'permission'>> & {
  /** Set where the call was the POST, whose 404 says nothing of the name it carries. */
  during?: unknown;
};

/** What is known of a failed call; only its code where a credential was refused. */
type FailedCallReport = FailureHead & Partial<Pick<ReadFailure, 'message' | 'host'>>;

const ADOBE_STEPS: ReadonlySet<StepId> = new Set(['APP_REGISTRATION', 'SUBMISSION', 'ACTIVATION']);
/** The cloud that a check of a step reads or calls; Azure for steps that call none. */
export const cloudOfCheck = ({ step, cloud }: { step: StepId; cloud?: Cloud }): FailedCloud =>
  cloud === 'AWS' ? 'aws' : cloudOfStep(step);

/** The cloud of a step on Azure. */
export const cloudOfStep = (step: StepId): FailedCloud =>
  ADOBE_STEPS.has(step) ? 'adobe' : 'azure';

const OWN: ReadonlySet<string> = new Set(Object.values(OWN_CODES));
/** Whether Keyway reports the failure itself: one of `OWN_CODES`, and no response came. */
export const isOwnFailure = ({ code, status }: FailureHead): boolean =>
  status == null && code != null && OWN.has(code);

/** Without it nothing on Azure can be read; the role Reader includes it. */
export const READ_SUBSCRIPTION = 'Microsoft.Resources/subscriptions/read';

const CONFLICT = 409;
const NOT_FOUND = 404;

/** What an answer of Adobe amounts to that has no documented code. */
function byAdobesStatus(head: FailureHead): AdobeHintId {
  if (head.status === CONFLICT && head.kind === 'rejected') return 'conflict';
  // Of all services only the token endpoint's 404 counts as one that is away.
  if (head.status === NOT_FOUND && head.kind === 'unavailable') return 'tokenNotFound';
  if (head.kind === 'notFound' && head.during === 'send') return 'notFoundOnSend';
  return byKind(head);
}

function byAzuresKind(head: FailureHead): AzureHintId {
  const kind = byKind(head);
  if (kind !== 'denied' || !head.permission) return kind;
  return head.permission === READ_SUBSCRIPTION ? 'deniedSubscription' : 'deniedPermission';
}

function byAwssKind(head: FailureHead): AwsHintId {
  const kind = byKind(head);
  return kind === 'denied' && head.permission ? 'deniedPermission' : kind;
}

function byKind({ kind, status }: FailureHead): AdobeHintId & AzureHintId & AwsHintId {
  switch (kind) {
    case 'credential':
    case 'denied':
    case 'notFound':
    case 'rejected':
    case 'throttled':
      return kind;
    case 'unavailable':
      return status == null ? 'noAnswer' : 'unavailable';
    default:
      return 'badResponse';
  }
}

/**
 * A code that Keyway reports itself counts only where no answer came: no service can
 * imitate it.
 */
const isKnown = <T extends object>(
  hints: T,
  head: FailureHead,
): head is FailureHead & { code: string & keyof T } =>
  typeof head.code === 'string' &&
  Object.hasOwn(hints, head.code) &&
  (!OWN.has(head.code) || isOwnFailure(head));

/**
 * A documented code of a refusal. A failing service may return any code; that is temporary,
 * whatever the code says.
 */
const explains = (head: FailureHead): boolean =>
  head.kind === undefined || !isRetryable(head.kind) || isOwnFailure(head);

/**
 * What is known of a failed call: by its documented code, else by its kind and status. The code of
 * a temporary failure is ignored.
 */
export function hintOf(head: FailureHead, cloud: FailedCloud): FoundHint {
  if (cloud === 'adobe') {
    const id: AdobeHintId =
      explains(head) && isKnown(ADOBE_HINTS, head) ? head.code : byAdobesStatus(head);
    return { cloud, id, ...ADOBE_HINTS[id] };
  }
  if (cloud === 'aws') {
    const id: AwsHintId = explains(head) && isKnown(AWS_HINTS, head) ? head.code : byAwssKind(head);
    return { cloud, id, ...AWS_HINTS[id] };
  }
  const id: AzureHintId =
    explains(head) && isKnown(AZURE_HINTS, head) ? head.code : byAzuresKind(head);
  return { cloud, id, ...AZURE_HINTS[id] };
}

const nonBlank = (text: string | null | undefined): string | null =>
  text == null || text.trim() === '' ? null : text;

/** What a check keeps of a failed call, for its text. */
export function failureValues(
  { kind, message, code, status, permission, host }: FailedCallReport,
  cloud: FailedCloud,
  { region, imsOrgId }: Pick<Organization, 'imsOrgId' | 'region'>,
): CheckValues {
  const values = {
    kind: kind ?? 'badResponse',
    message: nonBlank(message) ?? '',
    code: nonBlank(code),
    status: status ?? null,
    permission: nonBlank(permission),
  };
  const calledHost = nonBlank(host);
  if (cloud !== 'adobe') return calledHost === null ? values : { ...values, host: calledHost };
  const platformHost = platformHostOf(region).host;
  return { ...values, host: calledHost ?? platformHost, platformHost, region, imsOrgId };
}

/** A failed call as the values of a check or an anomaly keep it. */
type KeptFailure = FailureHead & Pick<ReadFailure, 'message'> & { host: string | null };

const textOf = (value: CheckValues[string] | undefined): string | null =>
  typeof value === 'string' ? value : null;

/** The failure that `failureValues` put into these values; an unknown `kind` is `badResponse`. */
export function failureIn(values: CheckValues): KeptFailure {
  const { kind, status } = values;
  return {
    ...(kind !== undefined && {
      kind: CONNECTOR_ERROR_KINDS.find((known) => known === kind) ?? 'badResponse',
    }),
    message: textOf(values['message']) ?? '',
    code: textOf(values['code']),
    status: typeof status === 'number' ? status : null,
    permission: textOf(values['permission']),
    host: textOf(values['host']),
    during: values['during'],
  };
}

/** The failure that a check keeps in its values; null where it keeps none. */
export const failureOfCheck = ({ values }: Pick<CheckResult, 'values'>): KeptFailure | null =>
  typeof values?.['kind'] === 'string' && typeof values['message'] === 'string'
    ? failureIn(values)
    : null;

/** Who has to act before the call can succeed; nothing where it passes without anybody. */
export function needsOf(failure: FailureHead, cloud: FailedCloud): { needs?: CheckNeeds } {
  const { actor } = hintOf(failure, cloud);
  return actor === 'SYSTEM'
    ? {}
    : {
        needs: {
          permission: failure.permission ?? null,
          kind: failure.kind ?? 'badResponse',
          actor,
        },
      };
}
