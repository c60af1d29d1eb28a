/** A Keyway that answers what a test says, operation by operation. */
import { once } from 'node:events';
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  name: string;
  query: string;
  variables: Record<string, unknown>;
  headers: IncomingHttpHeaders;
}

type Answer = { status?: number; headers?: Record<string, string>; body: unknown } | 'drop';
type Answers = Readonly<Record<string, (asked: Asked, count: number) => unknown>>;
type Route = (request: IncomingMessage, response: ServerResponse, body: string) => void;

/** `raw` answers with a status, headers or a text; anything else is the data. */
export const raw = (answer: Answer) => ({ raw: answer });
export const errors = (code: string, message: string, status = 200, headers = {}) =>
  raw({ status, headers, body: { data: null, errors: [{ message, extensions: { code } }] } });

export const VIEWER = {
  viewer: {
    id: 'TWVtYmVyOjE',
    name: 'Ana',
    email: null,
    kind: 'TOKEN',
    role: 'OWNER',
    scopes: ['read'],
    partner: 'Northwind',
    organizations: null,
  },
  environment: { sandbox: true, version: '1.2.3' },
};

/** @param routes answers of paths beside GraphQL */
export async function fakeKeyway(answers: Answers, routes: Readonly<Record<string, Route>> = {}) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const path = (request.url ?? '').split('?')[0]!;
      const route = routes[path];
      if (route) {
        route(request, response, body);
        return;
      }
      if (path !== '/graphql') {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found.');
        return;
      }
      const { query, variables = {} } = JSON.parse(body) as Asked;
      const name = /(?:query|mutation) (\w+)/.exec(query)?.[1] ?? '';
      const one = { name, query, variables, headers: request.headers };
      const count = asked.filter((before) => before.name === name).length;
      asked.push(one);
      answer(request, response, answers[name]?.(one, count));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url, asked, env: { KEYWAY_URL: url, KEYWAY_TOKEN: TOKEN } };
}

export const TOKEN = `kw_${'7e'.repeat(24)}`;

function answer(request: IncomingMessage, response: ServerResponse, given: unknown): void {
  const own = (given as { raw?: Answer } | undefined)?.raw;
  if (own === 'drop') {
    request.socket.destroy();
    return;
  }
  const { status = 200, headers = {}, body } = own ?? { body: { data: given ?? null } };
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(typeof body === 'string' ? body : JSON.stringify(body));
}

/** An organization as lists have it. */
export const anOrganization = (name: string, place = 0) => ({
  id: Buffer.from(
    `Organization:00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
  ).toString('base64url'),
  name,
  imsOrgId: `${place.toString(16).toUpperCase().padStart(24, '0')}@AdobeOrg`,
  cloud: 'AZURE',
  region: 'VA7',
  shield: 'HEALTHCARE_SHIELD',
  ownsCja: false,
  archivedAt: null,
  currentRun: null,
  keyHealth: { health: 'NOT_WATCHED' },
});

export const aPage = (nodes: readonly unknown[], endCursor: string | null = null) => ({
  nodes,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});
