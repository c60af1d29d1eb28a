/**
 * The sockets: reads a request, applies an armed fault, and sends or breaks the answer. Which host
 * is meant comes from the Host header, or from TLS where there is none.
 */
import https from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import type { Fault } from '../state/records.ts';
import type { Certificates } from './certificates.ts';
import { CONTROL_HOST } from './certificates.ts';
import type { Cloud } from './cloud.ts';
import { Refusal, readTarget } from './exchange.ts';
import type { Answer, Call } from './exchange.ts';
import { takeFault } from './faults.ts';

const MAX_BODY_BYTES = 1024 * 1024;

type Controls = (call: Call) => Promise<Answer>;

/** @param onError Called for a bug in the sandbox, which answers 500. */
export function createHttpsServer(
  certificates: Certificates,
  cloud: Cloud,
  controls: Controls,
  onError: (error: unknown) => void,
): https.Server {
  const server = https.createServer(
    {
      cert: `${certificates.cert}\n${certificates.ca}`,
      key: certificates.key,
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      serve(request, response, cloud, controls).catch((error: unknown) => {
        onError(error);
        if (response.headersSent) response.destroy();
        else
          send(response, {
            status: 500,
            body: {
              error: {
                code: 'SandboxBug',
                message: 'The sandbox itself failed; its log says why.',
              },
            },
          });
      });
    },
  );
  return server;
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  cloud: Cloud,
  controls: Controls,
): Promise<void> {
  const call = await readCall(request, hostOf(request));
  if ('status' in call) return send(response, call);
  if (call.host === CONTROL_HOST || call.host === 'localhost' || call.host === '127.0.0.1')
    return send(response, await controls(call));
  const fault = takeFault(call, cloud.context.world);
  cloud.context.world.commit();
  if (fault) return applyFault(fault, call, response, cloud);
  return send(response, await cloud.answer(call));
}

/** A fault without a status lets the call happen and changes only the response. */
async function applyFault(
  fault: Fault,
  call: Call,
  response: ServerResponse,
  cloud: Cloud,
): Promise<void> {
  cloud.spoiled += 1;
  if (fault.delayMs) await sleep(fault.delayMs);
  if (fault.reset) return reset(response);
  const canned =
    fault.status === undefined
      ? undefined
      : { status: fault.status, headers: fault.headers, body: fault.body ?? '' };
  const answer = padded(canned ?? (await cloud.answer(call)), fault.padBytes);
  if (fault.doneButLost) {
    if (canned) await cloud.answer(call);
    return reset(response);
  }
  if (fault.truncate) return sendHalf(response, answer);
  if (fault.dripMs) return sendSlowly(response, answer, fault.dripMs);
  return send(response, answer);
}

/** Closes the connection; a client sees ECONNRESET. */
function reset(response: ServerResponse): void {
  response.socket?.destroy();
}

/**
 * Reads the request whole. A body is kept as text, since the ledger wants it as it was received.
 */
export async function readCall(request: IncomingMessage, host: string): Promise<Call | Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES)
      return { status: 413, headers: { connection: 'close' }, body: 'The body is too large.' };
    chunks.push(chunk);
  }
  try {
    return {
      method: request.method ?? 'GET',
      host,
      ...readTarget(request.url ?? '/'),
      headers: request.headers,
      body: Buffer.concat(chunks).toString('utf8'),
    };
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.answer;
    throw thrown;
  }
}

function hostOf(request: IncomingMessage): string {
  const named = request.headers.host ?? (request.socket as TLSSocket).servername ?? '';
  return String(named).toLowerCase().replace(/:\d+$/, '');
}

function encode(answer: Answer): { headers: Record<string, string>; bytes: Buffer } {
  const { status, body = '' } = answer;
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const headers: Record<string, string> = { 'x-request-id': crypto.randomUUID() };
  if (typeof body !== 'string') headers['content-type'] = 'application/json; charset=utf-8';
  else if (body) headers['content-type'] = 'text/plain; charset=utf-8';
  if (status !== 204) headers['content-length'] = String(bytes.length);
  return { headers: { ...headers, ...answer.headers }, bytes };
}

function padded(answer: Answer, padBytes = 0): Answer {
  if (padBytes === 0) return answer;
  const { headers, bytes } = encode(answer);
  const { 'content-length': _, ...others } = headers;
  return { ...answer, headers: others, body: `${bytes.toString()}${' '.repeat(padBytes)}` };
}

export function send(response: ServerResponse, answer: Answer): void {
  const { headers, bytes } = encode(answer);
  response.writeHead(answer.status, headers).end(answer.status === 204 ? undefined : bytes);
}

/** Each byte alone, until whoever asked has gone. */
async function sendSlowly(response: ServerResponse, answer: Answer, dripMs: number): Promise<void> {
  const { headers, bytes } = encode(answer);
  response.writeHead(answer.status, headers);
  for (const byte of bytes) {
    if (response.destroyed) return;
    response.write(Uint8Array.of(byte));
    await sleep(dripMs);
  }
  response.end();
}

/** Announces the whole body, sends half of it, and closes the connection. */
function sendHalf(response: ServerResponse, answer: Answer): void {
  const { headers, bytes } = encode(answer);
  response
    .writeHead(answer.status, headers)
    .write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.socket?.destroy());
}
