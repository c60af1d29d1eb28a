/** Waits on this computer alone for the browser to come back with the code (RFC 8252). */
import { timingSafeEqual, createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the browser came back with. */
export type Answer = { code: string; iss: string | null } | { error: string };

export interface Loopback {
  redirectUri: string;
  /** Resolves with the first answer that has the state. */
  answer: Promise<Answer>;
  close: () => void;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const isSame = (given: string, expected: string): boolean =>
  timingSafeEqual(sha256(given), sha256(expected));

/** The answer in an address that the browser was sent to; null where it is for another request. */
export function answerOf(address: string, state: string): Answer | null {
  if (!URL.canParse(address)) return null;
  const { searchParams } = new URL(address);
  if (!isSame(searchParams.get('state') ?? '', state)) return null;
  const code = searchParams.get('code');
  if (code) return { code, iss: searchParams.get('iss') };
  const error = searchParams.get('error');
  return error ? { error } : null;
}

const page = (title: string, text: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:32rem;margin:15vh auto;padding:0 1rem}</style>
<h1>${title}</h1><p>${text}</p></html>`;

function send(response: ServerResponse, status: number, title: string, text: string): void {
  response.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'no-referrer',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
    connection: 'close',
  });
  response.end(page(title, text));
}

/** Takes one answer with this state. Whatever else comes is refused, and the wait continues. */
export async function openLoopback(state: string): Promise<Loopback> {
  let resolve: (answer: Answer) => void;
  const answer = new Promise<Answer>((done) => (resolve = done));
  let port = 0;
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    const own = `127.0.0.1:${port}`;
    const path = request.url ?? '/';
    // A page elsewhere may have its name point here.
    if (request.method !== 'GET' || request.headers.host !== own || !path.startsWith('/callback?'))
      return send(response, 404, 'Not found', 'keyway waits for a sign-in here.');
    const found = answerOf(`http://${own}${path}`, state);
    if (!found)
      return send(response, 400, 'Not this sign-in', 'Begin again in the terminal: keyway login.');
    if ('error' in found) send(response, 200, 'Not signed in', 'You can close this page.');
    else send(response, 200, 'Signed in', 'You can close this page and return to the terminal.');
    resolve(found);
  };
  const server = createServer(take);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  ({ port } = server.address() as AddressInfo);
  return {
    redirectUri: `http://127.0.0.1:${port}/callback`,
    answer,
    close: () => {
      server.close();
      // The browser may keep its connection.
      server.closeIdleConnections();
      setTimeout(() => server.closeAllConnections(), 200).unref();
    },
  };
}
