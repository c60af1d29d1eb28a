/**
 * The identity port: the OpenID provider, its sign-in page and a copy of Entra's consent page, over
 * HTTP on loopback so that a browser reaches it.
 */
import http from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type Provider from 'oidc-provider';
import type { Logger } from 'pino';
import { ENTRA_HOST } from '../azure/azureHosts.ts';
import type { Cloud } from '../server/cloud.ts';
import { htmlPage } from '../server/htmlPage.ts';
import { readCall, send } from '../server/httpsServer.ts';
import type { SandboxSecrets } from '../server/tokenMint.ts';
import { listen, closeServer } from '../server/listen.ts';
import { createProvider } from './createProvider.ts';
import { people } from './people.ts';
import { SignInStore } from './signInStore.ts';
import { signInPage } from './signInPage.ts';

interface IdentityOptions {
  port: number;
  redirectUris: string[];
  secrets: SandboxSecrets;
  directory: string;
  cloud: Cloud;
  log: Logger;
}

const CONSENT = /^\/[^/]+\/(oauth2\/(v2\.0\/)?authorize|adminconsent)(\?|$)/;

/** Listens on 127.0.0.1 and, where there is one, on ::1, since `localhost` may mean either. */
export async function startIdentity({
  port,
  redirectUris,
  secrets,
  directory,
  cloud,
  log,
}: IdentityOptions): Promise<{ issuer: string; close: () => Promise<void> }> {
  let answer: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) =>
    send(response, { status: 503 });
  const server = http.createServer((request, response) => answer(request, response));
  const ipv6Server = http.createServer((request, response) => answer(request, response));
  await listen(server, port, '127.0.0.1');
  const taken = (server.address() as AddressInfo).port;
  await listen(ipv6Server, taken, '::1').catch((error: Error) =>
    log.debug(`not on ::1: ${error.message}`),
  );
  const issuer = `http://localhost:${taken}`;
  const signIns = new SignInStore(path.join(directory, 'sign-ins.jsonl'));
  const provider = createProvider(issuer, redirectUris, secrets, cloud.context.world, signIns);
  const standard = provider.callback();
  answer = (request, response) => {
    const own = ownPage(request, response, provider, cloud);
    if (!own) return void standard(request, response);
    own.catch((error: unknown) => {
      log.error({ err: error }, 'a page failed');
      if (!response.headersSent)
        send(
          response,
          htmlPage(
            'Sign in again',
            '<h1>This sign-in is over</h1><p>Go back to the console and start again.</p>',
            400,
          ),
        );
    });
  };
  const close = async () => {
    await Promise.all([
      closeServer(server),
      ipv6Server.listening ? closeServer(ipv6Server) : undefined,
    ]);
    signIns.close();
  };
  return { issuer, close };
}

function ownPage(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
  cloud: Cloud,
): Promise<void> | undefined {
  const target = request.url ?? '/';
  if (target === '/healthz')
    return Promise.resolve(send(response, { status: 200, body: { status: 'ok' } }));
  if (target.startsWith('/interaction/')) return interaction(request, response, provider);
  if (CONSENT.test(target)) return consent(request, response, cloud);
  return undefined;
}

async function consent(
  request: IncomingMessage,
  response: ServerResponse,
  cloud: Cloud,
): Promise<void> {
  const call = await readCall(request, ENTRA_HOST);
  send(response, 'status' in call ? call : await cloud.answer(call));
}

async function interaction(
  request: IncomingMessage,
  response: ServerResponse,
  provider: Provider,
): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response);
  if (request.method !== 'POST') return send(response, signInPage(`/interaction/${uid}`));
  const call = await readCall(request, 'localhost');
  const sub = 'status' in call ? null : new URLSearchParams(call.body).get('sub');
  if (!people.some((person) => person.sub === sub))
    return send(response, signInPage(`/interaction/${uid}`));
  await provider.interactionFinished(request, response, {
    login: { accountId: sub!, remember: true },
  });
}
