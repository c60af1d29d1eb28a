/**
 * A tunnel through an HTTP proxy (CONNECT, RFC 9110 9.3.6). Nothing of a request is sent before it
 * stands. Node's own (`proxyEnv`) can be stopped by a proxy that answers slowly (decision 0071).
 */
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { OWN_CODES } from '@keyway/core';
import type { ProxyAddress } from './proxySettings.ts';

/** Until the proxy has answered. */
const TUNNEL_MILLISECONDS = 10_000;
const AUTHENTICATION_REQUIRED = 407;

type ProxyCode = Extract<(typeof OWN_CODES)[keyof typeof OWN_CODES], `KEYWAY_PROXY_${string}`>;

/** No tunnel: nothing was sent to the host. Its message names the proxy, never its credentials. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  readonly code: ProxyCode;

  constructor(code: ProxyCode, message: string) {
    super(message);
    this.code = code;
  }
}

const inBrackets = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** The proxy as messages name it. */
export const proxyName = ({ host, port }: ProxyAddress): string => `${inBrackets(host)}:${port}`;

function refusal(proxy: ProxyAddress, target: string, status: number): ProxyError {
  const what = `The proxy ${proxyName(proxy)} answered CONNECT ${target} with ${status}`;
  return new ProxyError(
    status === AUTHENTICATION_REQUIRED ? OWN_CODES.proxySignIn : OWN_CODES.proxyRefused,
    what,
  );
}

/**
 * A connection to `target` through the proxy, before TLS.
 * @throws ProxyError where the proxy can't be reached, refuses, or answers in the host's place
 */
export function openTunnel(
  proxy: ProxyAddress,
  { host, port }: { host: string; port: number },
  timeoutMs = TUNNEL_MILLISECONDS,
): Promise<Socket> {
  const target = `${inBrackets(host)}:${port}`;
  const { promise, resolve, reject } = Promise.withResolvers<Socket>();
  const send = proxy.isSecure ? httpsRequest : httpRequest;
  const asked = send({
    ...{ method: 'CONNECT', agent: false, host: proxy.host, port: proxy.port, path: target },
    // The certificate is the proxy's own; Node would expect the name of the `Host` header in it.
    ...(proxy.isSecure && { servername: isIP(proxy.host) ? '' : proxy.host }),
    headers: {
      host: target,
      ...(proxy.authorization !== null && { 'proxy-authorization': proxy.authorization }),
    },
  });
  const unreachable = (why: string): void =>
    reject(
      new ProxyError(
        OWN_CODES.proxyUnreachable,
        `No tunnel to ${target} through the proxy ${proxyName(proxy)}: ${why}`,
      ),
    );
  const timer = setTimeout(() => {
    unreachable(`no answer within ${timeoutMs / 1000} seconds`);
    asked.destroy();
  }, timeoutMs);
  asked.once('connect', (response: IncomingMessage, socket: Socket, head: Buffer) => {
    const { statusCode = 0 } = response;
    // In TLS the client speaks first: what came already is not the host's.
    if (statusCode >= 200 && statusCode < 300 && head.length === 0) return resolve(socket);
    socket.destroy();
    reject(refusal(proxy, target, statusCode));
  });
  asked.on('error', (error: NodeJS.ErrnoException) => unreachable(error.code ?? 'broken'));
  asked.once('close', () => unreachable('closed'));
  asked.end();
  return promise.finally(() => clearTimeout(timer));
}
