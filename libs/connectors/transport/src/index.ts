/**
 * What connectors of every cloud share on the way to it: one bounded exchange, brief repetition,
 * and failures that are safe to show.
 */
export { abortedError } from './abortedError.ts';
export { cleanCode } from './cleanCode.ts';
export { cleanMessage } from './cleanMessage.ts';
export { cleanWord } from './cleanWord.ts';
export { exchange, headerOf } from './exchange.ts';
export type { ExchangeRequest } from './exchange.ts';
export { kindOfStatus } from './kindOfStatus.ts';
export { orAborted } from './orAborted.ts';
export { lenientText, optional, optionalText, parseResponse, toInstant } from './parseResponse.ts';
export { parseStrictJson } from './parseStrictJson.ts';
export { bypassesProxy } from './proxy/bypassesProxy.ts';
export { cloudAgent } from './proxy/cloudAgent.ts';
export { openTunnel, ProxyError } from './proxy/openTunnel.ts';
export { ProxyAgent } from './proxy/proxyAgent.ts';
export type { ProxySettings } from './proxy/proxySettings.ts';
export { readFailureOf } from './readFailureOf.ts';
export type { FailedResponse, ReportedError } from './readFailureOf.ts';
export { repeatRead } from './repeatRead.ts';
export { retryAfterSeconds } from './retryAfterSeconds.ts';
export type { HeaderReader } from './retryAfterSeconds.ts';
export { DEFAULT_RETRY_LIMITS } from './retryDelay.ts';
export type { RetryLimits } from './retryDelay.ts';
export { SandboxAgent } from './sandboxAgent.ts';
export type { SandboxAddress } from './sandboxAgent.ts';
export { ThrottleGate } from './throttleGate.ts';
