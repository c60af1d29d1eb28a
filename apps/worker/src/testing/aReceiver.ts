/** A receiver of webhooks, or of a chat, on this machine. Imported by tests only. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedMessage {
  id: string;
  headers: Record<string, string>;
  body: string;
  type: string;
  organization: string | undefined;
  version: number | undefined;
}

/** Answers a message; `true` where it took it. */
export type Receive = (
  response: ServerResponse,
  request: IncomingMessage,
  message: ReceivedMessage,
) => boolean;

export interface TestReceiver {
  url: string;
  host: string;
  /** What it took, in order. */
  taken: ReceivedMessage[];
  /** How many requests came. */
  requests: () => number;
  /** Stops listening, and breaks what is under way. */
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

/** Takes every message. */
export const accept = (response: ServerResponse): true => {
  response.writeHead(204).end();
  return true;
};

/** Takes none. */
export const refuseWith =
  (status: number, headers: Record<string, string> = {}) =>
  (response: ServerResponse): false => {
    response.writeHead(status, headers).end('refused');
    return false;
  };

function messageOf(request: IncomingMessage, body: string): ReceivedMessage {
  const { type, data } = JSON.parse(body) as {
    type: string;
    data?: { organization?: { id: string }; run?: { version: number } };
  };
  return {
    id: request.headers['webhook-id'] as string,
    headers: request.headers as Record<string, string>,
    ...{ body, type, organization: data?.organization?.id, version: data?.run?.version },
  };
}

export async function aReceiver(receive: Receive): Promise<TestReceiver> {
  const taken: ReceivedMessage[] = [];
  let requests = 0;
  let port = 0;
  let server: Server | null = null;
  const start = async (): Promise<void> => {
    server = createServer((request, response) => {
      requests += 1;
      const parts: Buffer[] = [];
      request.on('error', () => undefined);
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const message = messageOf(request, Buffer.concat(parts).toString());
        if (receive(response, request, message)) taken.push(message);
      });
    });
    await new Promise<void>((resolve) => server!.listen(port, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  };
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server!.closeAllConnections();
      server!.close(() => resolve());
    });
  await start();
  const host = `127.0.0.1:${port}`;
  return { url: `http://${host}/hook`, host, taken, requests: () => requests, stop, start };
}
