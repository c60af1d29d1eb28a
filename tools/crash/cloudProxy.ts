/**
 * A proxy between one process and the sandbox's clouds that asks before it passes a request or a
 * response on. It ends TLS with certificates of the sandbox's own authority.
 */
import { readFileSync } from 'node:fs';
import { Agent, createServer, request as send } from 'node:https';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { generate } from 'selfsigned';
import type { Ask } from './postgresProxy.ts';
import type { Call } from './postgresCalls.ts';

const DAY = 24 * 3600 * 1000;

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

async function bodyOf(stream: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** IDs and names of customers differ from call to call, and so do versions of the APIs. */
function callOf({ method, headers, url = '' }: IncomingMessage): Call {
  const [host, path] = [headers.host!, url];
  // Of KMS the path says nothing: `TrentService.DescribeKey`.
  const [, operation = ''] = String(headers['x-amz-target'] ?? '').split('.');
  const place = host.replace(/^[^.]+(?=\.(vault|managedhsm)\.)/, '*');
  const parts = path
    .split('?')[0]!
    .split('/')
    .map((part) => (/\d/.test(part) && part.length > 8 ? '*' : part));
  const short = parts
    .join('/')
    .replace(/resourceGroups\/[^/]+/i, 'resourceGroups/*')
    .replace(/vaults\/[^/]+/, 'vaults/*')
    .replace(/keys\/[^/]+(\/.*)?$/, 'keys/*');
  const name = `${method} ${place}${short}${operation}`;
  return { name, shape: name, isCommit: false, isWrite: false };
}

/** @param folder of the sandbox, with its authority @param address where it listens */
export async function startCloudProxy(
  folder: string,
  address: string,
  ask: Ask,
): Promise<{ address: string; close: () => Promise<void> }> {
  const [cert, key] = ['ca.pem', 'ca-key.pem'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  const [host, port] = address.split(':');
  const agent = new Agent({ keepAlive: true, ca: cert! });
  const contexts = new Map<string, Promise<SecureContext>>();
  const contextFor = async (name: string): Promise<SecureContext> => {
    const leaf = await generate([{ name: 'commonName', value: 'crash' }], {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date(Date.now() - DAY),
      notAfterDate: new Date(Date.now() + DAY),
      ca: { cert: cert!, key: key! },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [{ type: 2, value: name }] },
      ],
    });
    return createSecureContext({ cert: leaf.cert, key: leaf.private });
  };
  const contextOf = (name: string): Promise<SecureContext> => {
    const made = contexts.get(name) ?? contextFor(name);
    contexts.set(name, made);
    return made;
  };
  const forward = (request: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { method, url: path, headers } = request;
      const servername = headers.host!.split(':')[0]!;
      const to = { host, port, servername, agent, method, path, headers };
      const call = send(to, (response) => {
        bodyOf(response).then(
          (whole) =>
            resolve({ status: response.statusCode!, headers: response.headers, body: whole }),
          reject,
        );
      });
      call.on('error', reject).end(body);
    });
  const relay = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const call = callOf(request);
    const body = await bodyOf(request);
    if ((await ask(call, 'before')) !== 'pass') return;
    const answer = await forward(request, body);
    if ((await ask(call, 'after')) !== 'pass') return;
    response.writeHead(answer.status, answer.headers).end(answer.body);
  };
  const server = createServer(
    {
      SNICallback: (name, done) =>
        void contextOf(name).then((context) => done(null, context), done),
    },
    (request, response) => void relay(request, response).catch(() => response.destroy()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
