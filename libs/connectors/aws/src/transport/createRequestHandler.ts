/**
 * The request handler below the SDK's clients. It calls one host and follows no redirects, bounds
 * size, time and repetitions, and types every failure before the SDK can reword it.
 */
import type { Agent } from 'node:https';
import type { KMSClientConfig } from '@aws-sdk/client-kms';
import {
  abortedError,
  exchange,
  headerOf,
  parseStrictJson,
  repeatRead,
} from '@keyway/connector-transport';
import type { RetryLimits, ThrottleGate } from '@keyway/connector-transport';
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { responseFailure } from './responseFailure.ts';

/** What all requests of one call share. The SDK passes it with the options of `send`. */
export interface AwsCall {
  signal: AbortSignal | null;
  onRequest: (() => void) | undefined;
  /** Spent on waiting between repetitions so far, milliseconds. */
  waitedMs: number;
  /** What the call needs, such as `kms:GetKeyPolicy`. */
  permission: string;
}

export interface HandlerOptions {
  agent: Agent | undefined;
  /** For one request including its answer, milliseconds. */
  timeoutMs: number;
  retry: RetryLimits;
  /** The only host that may be called. */
  host: string;
  /** Holds back calls to a place that throttles. */
  gate: ThrottleGate;
  /** Host, and the account where a budget is the account's. */
  place: string;
  /** Never to appear in a message. */
  secrets: readonly string[];
  /** KMS answers JSON, STS does not. */
  isJson: boolean;
}

type SdkHandler = Extract<KMSClientConfig['requestHandler'], { handle: unknown }>;
type SdkRequest = Parameters<SdkHandler['handle']>[0];
type SdkResponse = Awaited<ReturnType<SdkHandler['handle']>>['response'];

function requireHost({ protocol, hostname, port }: SdkRequest, host: string): void {
  if (protocol === 'https:' && hostname.toLowerCase() === host && !port) return;
  throw new ConnectorError(
    { kind: 'badResponse', code: OWN_CODES.redirected, host },
    { ambiguous: false, detail: `A call to ${host} was led to another host` },
  );
}

/** STS is sent a text and KMS its bytes; nothing is sent as a stream. */
function textOf({ body }: { body?: unknown }): string {
  if (typeof body === 'string') return body;
  if (body instanceof Uint8Array) return new TextDecoder().decode(body);
  throw new TypeError('Only a text can be sent to a cloud.');
}

async function attempt(
  request: SdkRequest,
  call: AwsCall,
  { agent, timeoutMs, host, secrets, isJson }: HandlerOptions,
): Promise<SdkResponse> {
  const { signal } = call;
  if (signal?.aborted) throw abortedError();
  const { method, path, headers } = request;
  const body = textOf(request);
  call.onRequest?.();
  const url = `https://${host}${path}`;
  const answer = await exchange({ method, url, headers, body }, { agent, timeoutMs, signal });
  if (answer.failure !== null) throw answer.failure;
  const { status } = answer;
  if (status !== 200)
    throw new ConnectorError(
      responseFailure({
        status,
        header: (name) => headerOf(answer.headers, name),
        body: answer.body,
        now: Date.now(),
        secrets,
        host,
        permission: call.permission,
      }),
    );
  if (isJson && parseStrictJson(answer.body) === undefined)
    throw new ConnectorError({ kind: 'badResponse', message: 'HTTP 200', status, host });
  return {
    statusCode: status,
    // Whatever type the answer states: the body is what its reader expects, or refused by it.
    headers: {},
    body: Buffer.from(answer.body.replace(/^\ufeff/, '')),
  };
}

/**
 * The SDK's default chain asks STS for Keyway's own identity (a web identity) by the same handler,
 * and knows no call.
 */
const callOfOwnIdentity = (): AwsCall => ({
  ...{ signal: null, onRequest: undefined, waitedMs: 0 },
  permission: 'sts:AssumeRoleWithWebIdentity',
});

/** Never the customer's refusal, and nothing was sent for the customer yet. */
function failureOfOwnIdentity(error: unknown, host: string): ConnectorError {
  const isPassing =
    error instanceof ConnectorError && ['unavailable', 'throttled'].includes(error.failure.kind);
  return new ConnectorError(
    isPassing
      ? { ...error.failure, message: '' }
      : { kind: 'credential', code: OWN_CODES.noIdentity, host },
    { ambiguous: false, detail: 'STS gave no session for the web identity of Keyway' },
  );
}

/** For the clients of one region; answers 200, or throws a ConnectorError. */
export function createRequestHandler(options: HandlerOptions): SdkHandler {
  const { host, gate, place, retry } = options;
  return {
    async handle(request: SdkRequest, { call }: { call?: AwsCall } = {}) {
      const answered = async (of: AwsCall) => {
        requireHost(request, host);
        const once = () => gate.pass(place, () => attempt(request, of, options));
        return { response: await repeatRead(of, retry, once) };
      };
      if (call !== undefined) return answered(call);
      if (options.isJson) throw new TypeError('A request belongs to a call.');
      return answered(callOfOwnIdentity()).catch((error: unknown) => {
        throw failureOfOwnIdentity(error, host);
      });
    },
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };
}
