/**
 * A small HTTPS server that stands for clouds in the tests, and can answer as wrongly as a test
 * asks.
 */
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { generate } from 'selfsigned';
import { SandboxAgent } from '../src/sandboxAgent.ts';
import type { SandboxAddress } from '../src/sandboxAgent.ts';

export interface FakeRequest {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface FakeAnswer {
  status?: number;
  headers?: Record<string, string | string[]>;
  /** Text is sent as it is, anything else as JSON. */
  body?: unknown;
  /** Instead of answering, or while doing so. */
  act?: 'reset' | 'silence' | 'breakOff' | 'gzip';
}

export interface FakeCloud {
  address: SandboxAddress;
  /** Leads every connection to this server. */
  agent: SandboxAgent;
  requests: FakeRequest[];
  close(): Promise<void>;
}

async function selfSigned(hosts: readonly string[]) {
  return generate([{ name: 'commonName', value: 'Fake cloud' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: hosts.map((value) => ({ type: 2 as const, value })) },
    ],
  });
}

async function readRequest(incoming: IncomingMessage): Promise<FakeRequest> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += String(chunk);
  const host = incoming.headers.host ?? '';
  const url = new URL(`https://${host}${incoming.url ?? '/'}`);
  return {
    method: incoming.method ?? '',
    host,
    path: url.pathname,
    query: url.searchParams,
    headers: incoming.headers,
    body,
  };
}

function send(answer: FakeAnswer, response: ServerResponse): void {
  if (answer.act === 'silence') return;
  if (answer.act === 'reset') return void response.socket?.destroy();
  const text =
    typeof answer.body === 'string'
      ? answer.body
      : answer.body === undefined
        ? ''
        : JSON.stringify(answer.body);
  const bytes = answer.act === 'gzip' ? gzipSync(text) : Buffer.from(text);
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json',
    ...(answer.act === 'gzip' ? { 'content-encoding': 'gzip' } : {}),
    ...answer.headers,
    'content-length': String(bytes.length),
  });
  if (answer.act !== 'breakOff') return void response.end(bytes);
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}

/**
 * Starts on a free port.
 * @param hosts whom it stands for; `*.` for any name below
 * @param answer may be asynchronous; undefined is answered 501
 */
export async function startFakeCloud(
  hosts: readonly string[],
  answer: (request: FakeRequest) => FakeAnswer | undefined | Promise<FakeAnswer | undefined>,
): Promise<FakeCloud> {
  const { private: key, cert } = await selfSigned(hosts);
  const requests: FakeRequest[] = [];
  const sockets = new Set<Socket>();
  const server = createServer({ key, cert }, (incoming, response) => {
    readRequest(incoming)
      .then(async (request) => {
        requests.push(request);
        send((await answer(request)) ?? { status: 501 }, response);
      })
      // A client that gave up in the middle.
      .catch(() => response.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const address = { host: '127.0.0.1', port, ca: cert };
  const agent = new SandboxAgent(address);
  return {
    address,
    agent,
    requests,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
