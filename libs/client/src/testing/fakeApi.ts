/** An api that answers what a test says, request by request. */
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  query: string;
  variables: Record<string, unknown>;
  headers: IncomingHttpHeaders;
}

/** `drop` closes the connection without an answer. */
export type Reply =
  'drop' | { status?: number; headers?: Record<string, string>; text?: string; json?: unknown };

export interface FakeApi {
  url: string;
  received: Received[];
  server: Server;
  close: () => Promise<void>;
}

/** @param replies the n-th request gets the n-th; the last one is repeated */
export async function fakeApi(...replies: Reply[]): Promise<FakeApi> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      const { query = '', variables = {} } = JSON.parse(body || '{}') as Partial<Received>;
      const reply = replies[Math.min(received.length, replies.length - 1)]!;
      received.push({ query, variables, headers: request.headers });
      if (reply === 'drop') {
        request.socket.destroy();
        return;
      }
      response.writeHead(reply.status ?? 200, {
        'content-type': 'application/json',
        ...reply.headers,
      });
      response.end(reply.text ?? JSON.stringify(reply.json ?? {}));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    server,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
