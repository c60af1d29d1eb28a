/**
 * A connection pooler in transaction mode, like PgBouncer: nothing of a session survives (startup
 * options, prepared statements, settings, LISTEN).
 */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { randomInt } from 'node:crypto';
import pg from 'pg';

export interface Pooler {
  url: string;
  /** The first statement of every transaction that went through. */
  readonly begun: string[];
  close(): Promise<void>;
}

const SSL_REQUEST = 80_877_103;
const CANCEL_REQUEST = 80_877_102;

const message = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
};
const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};
const WELCOME = (): Buffer =>
  Buffer.concat([
    message('R', int32(0)),
    message('S', Buffer.from('server_version\x0018.0\0')),
    message('S', Buffer.from('client_encoding\0UTF8\0')),
    message('K', Buffer.concat([int32(randomInt(1, 2 ** 31 - 1)), int32(1)])),
    message('Z', Buffer.from('I')),
  ]);

/** Whole messages of a stream, as they become complete. */
function framed(onMessage: (type: string, whole: Buffer) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && rest.length > rest.readInt32BE(1)) {
      const length = rest.readInt32BE(1) + 1;
      const whole = rest.subarray(0, length);
      rest = rest.subarray(length);
      onMessage(String.fromCharCode(whole[0]!), whole);
    }
  };
}

/** An authenticated connection of the server, without what pg does with it. */
async function serverSocket(url: string): Promise<Socket> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const socket = (client as unknown as { connection: { stream: Socket } }).connection.stream;
  for (const event of ['data', 'close', 'end', 'error']) socket.removeAllListeners(event);
  socket.on('error', () => undefined);
  return socket;
}

class Servers {
  private readonly free: Socket[] = [];
  private readonly waiting: ((socket: Socket) => void)[] = [];
  private readonly all: Socket[] = [];
  private readonly url: string;

  constructor(url: string) {
    this.url = url;
  }
  async add(): Promise<void> {
    const socket = await serverSocket(this.url);
    this.all.push(socket);
    this.give(socket);
  }
  take(): Promise<Socket> {
    const socket = this.free.shift();
    return socket ? Promise.resolve(socket) : new Promise((resolve) => this.waiting.push(resolve));
  }
  give(socket: Socket): void {
    const next = this.waiting.shift();
    if (next) next(socket);
    else this.free.push(socket);
  }
  end(): void {
    for (const socket of this.all) socket.destroy();
  }
}

function serve(client: Socket, servers: Servers, begun: string[]): void {
  let server: Socket | null = null;
  let taking = false;
  let unanswered = 0;
  const held: Buffer[] = [];

  const answers = framed((type, message) => {
    if (!client.destroyed) client.write(message);
    if (type !== 'Z') return;
    unanswered -= 1;
    if (unanswered > 0 || message[5] !== 'I'.charCodeAt(0)) return;
    server!.removeAllListeners('data').removeListener('close', crashed);
    servers.give(server!);
    server = null;
    if (held.length > 0) void link();
  });
  // As PgBouncer says whatever went wrong.
  const crashed = (): void => {
    const fields = ['SFATAL', 'VFATAL', 'C08P01', 'Mserver conn crashed?', '', ''].join('\0');
    client.end(message('E', Buffer.from(fields)));
  };
  const link = async (): Promise<void> => {
    if (taking) return;
    taking = true;
    const taken = await servers.take();
    taking = false;
    server = taken.on('data', answers).once('close', crashed);
    for (const whole of held.splice(0)) forward(whole);
  };
  const forward = (whole: Buffer): void => {
    const type = String.fromCharCode(whole[0]!);
    if (type === 'Q' || type === 'S') unanswered += 1;
    server!.write(whole);
  };
  const readQueries = framed((type, whole) => {
    if (type === 'X') return void client.end();
    if (!server && !taking && held.length === 0)
      begun.push(whole.subarray(5).toString('latin1').replaceAll('\0', ' ').trim());
    if (server) return forward(whole);
    held.push(whole);
    void link();
  });

  let greeted = false;
  client.on('data', (chunk: Buffer) => {
    if (greeted) return readQueries(chunk);
    const code = chunk.readInt32BE(4);
    if (code === SSL_REQUEST) return void client.write('N');
    if (code === CANCEL_REQUEST) return void client.destroy();
    greeted = true;
    client.write(WELCOME());
  });
  client.on('error', () => undefined);
  // What a client left open is nobody's any more.
  client.on('close', () => server?.destroy());
}

/** @param size how many connections of the server all clients share */
export async function aPooler(url: string, size = 4): Promise<Pooler> {
  const servers = new Servers(url);
  for (let count = 0; count < size; count += 1) await servers.add();
  const begun: string[] = [];
  const clients = new Set<Socket>();
  const listener = createServer((client) => {
    clients.add(client);
    serve(client, servers, begun);
  });
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const pooled = new URL(url);
  pooled.host = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
  return {
    url: pooled.href,
    begun,
    async close() {
      for (const client of clients) client.destroy();
      servers.end();
      await new Promise((resolve) => listener.close(resolve));
    },
  };
}
