/** A program that receives webhooks: it keeps what comes, and answers as a story says. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Message {
  type: string;
  headers: Record<string, string>;
  /** As it came. */
  body: string;
}

export interface Receiver {
  url: string;
  /** All that came, taken or not. */
  messages: Message[];
  /** The status of answers from now on. */
  answers: (status: number) => void;
  stop: () => Promise<void>;
}

export async function aReceiver(): Promise<Receiver> {
  const messages: Message[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts).toString();
      const { type } = JSON.parse(body) as { type: string };
      messages.push({ type, headers: request.headers as Record<string, string>, body });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    messages,
    answers: (given) => (status = given),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
