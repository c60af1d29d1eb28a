/**
 * Turns an error of STS (XML) or KMS (JSON 1.1) into a ReadFailure. AWS says by its code, and not
 * by its status, what kind of refusal it is: KMS answers 400 to all of them. Pure.
 */
import {
  cleanCode,
  kindOfStatus,
  parseStrictJson,
  readFailureOf,
} from '@keyway/connector-transport';
import type { FailedResponse as FailedAnswer, ReportedError } from '@keyway/connector-transport';
import type { ConnectorErrorKind, ReadFailure } from '@keyway/core';

/** An answer as far as a failure needs it. */
export interface FailedResponse extends FailedAnswer {
  body: string;
  host: string;
  /** What the call needs, such as `kms:GetKeyPolicy`; named where the answer itself names none. */
  permission: string;
}

const KINDS: Readonly<Record<string, ConnectorErrorKind>> = {
  AccessDenied: 'denied',
  AccessDeniedException: 'denied',
  NotFoundException: 'notFound',
  // Of the signature, and of the identity or session behind it
  InvalidClientTokenId: 'credential',
  UnrecognizedClientException: 'credential',
  SignatureDoesNotMatch: 'credential',
  InvalidSignatureException: 'credential',
  IncompleteSignature: 'credential',
  IncompleteSignatureException: 'credential',
  MissingAuthenticationToken: 'credential',
  MissingAuthenticationTokenException: 'credential',
  ExpiredToken: 'credential',
  ExpiredTokenException: 'credential',
  // Passing
  Throttling: 'throttled',
  ThrottlingException: 'throttled',
  RequestLimitExceeded: 'throttled',
  TooManyRequestsException: 'throttled',
  LimitExceededException: 'throttled',
  InternalFailure: 'unavailable',
  ServiceUnavailable: 'unavailable',
  KMSInternalException: 'unavailable',
  DependencyTimeoutException: 'unavailable',
  KeyUnavailableException: 'unavailable',
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

function elementOf(body: string, name: 'Code' | 'Message'): string | null {
  const text = new RegExp(`<${name}>([^<]{1,4000})</${name}>`).exec(body)?.[1];
  return text?.replaceAll(/&(?:amp|lt|gt|quot|apos);/g, (one) => ENTITIES[one]!) ?? null;
}

/** `com.amazonaws.kms#NotFoundException:http://…` is `NotFoundException`. */
const bareCode = (value: unknown): string | null =>
  typeof value === 'string' ? cleanCode(value.split('#').at(-1)!.split(':')[0]) : null;

/** Null where the body is no error of AWS. */
function reportedError({ body, header }: FailedResponse): ReportedError | null {
  if (body.trimStart().startsWith('<')) {
    if (!/^\s*(?:<\?xml[^>]*>\s*)?<ErrorResponse[\s>]/.test(body)) return null;
    const code = bareCode(elementOf(body, 'Code'));
    return code === null ? null : { code, message: elementOf(body, 'Message') };
  }
  const document = parseStrictJson(body);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return null;
  const { __type, message, Message } = document as Record<string, unknown>;
  const code = bareCode(__type) ?? bareCode(header('x-amzn-errortype'));
  const text = message ?? Message;
  return code === null
    ? null
    : { code, message: typeof text === 'string' && text !== '' ? text : null };
}

/** A 404 is never AWS's own answer here, so that it proves nothing unless a code says so. */
function kindOf({ status, body }: FailedResponse, reported: ReportedError | null) {
  const known = Object.hasOwn(KINDS, reported?.code ?? '') ? KINDS[reported!.code!] : undefined;
  if (known !== undefined && status >= 400) return known;
  const kind = kindOfStatus(status, reported !== null, body);
  return kind === 'notFound' ? 'badResponse' : kind;
}

/** "… is not authorized to perform: kms:GetKeyPolicy on resource: …" */
const missingAction = (message: string | null): string | null =>
  /not authorized to perform: ((?:kms|sts):[A-Za-z]{1,60})\b/.exec(message ?? '')?.[1] ?? null;

/** The failure that an answer with an error status, or a redirect, amounts to. */
export function responseFailure(answer: FailedResponse): ReadFailure {
  const reported = reportedError(answer);
  const kind = kindOf(answer, reported);
  const permission = missingAction(reported?.message ?? null) ?? answer.permission;
  return { ...readFailureOf(answer, reported, kind, permission), host: answer.host };
}
