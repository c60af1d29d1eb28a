/** The orders that a benchmark gives to a peer: requests with JSON, answered when they are done. */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Customer } from './sandboxCalls.ts';

export interface Asked {
  count: number;
  atATime: number;
  callsOfSteps: number[];
  customers: Customer[];
}

/** By path. */
export interface Requests {
  /** So many runs, with `atATime` of them at once. */
  '/runs'(asked: Asked): Promise<unknown>;
  /** Durably begun, not waited for. */
  '/submissions'(asked: Asked): Promise<unknown>;
  /** Resolves when they are done, also those of a process before this one. */
  '/submitted'(asked: Asked): Promise<unknown>;
}

/** Says where it listens on the first line. */
export function serveRequests(requests: Requests): void {
  const answer = async (request: http.IncomingMessage): Promise<void> => {
    let body = '';
    for await (const part of request) body += String(part);
    await requests[request.url as keyof Requests](JSON.parse(body) as Asked);
  };
  const server = http.createServer((request, response) => {
    void answer(request).then(
      () => response.end('{}'),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, '127.0.0.1', () =>
    process.stdout.write(`http://127.0.0.1:${(server.address() as AddressInfo).port}\n`),
  );
}

export async function timesAtOnce(
  count: number,
  atATime: number,
  work: () => Promise<unknown>,
): Promise<void> {
  let left = count;
  const drive = async (): Promise<void> => {
    while (left-- > 0) await work();
  };
  await Promise.all(Array.from({ length: atATime }, drive));
}
