/** A proxy (CONNECT) on this machine that leads every host to one address, or misbehaves. */
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { connect, type AddressInfo, type Socket } from 'node:net';
import type { ProxyAddress } from '../src/proxy/proxySettings.ts';

/** What it does with a request; undefined: leads it through. */
export type Misbehave = (socket: Socket, request: IncomingMessage) => void;

export interface ConnectProxy {
  address: ProxyAddress;
  /** What it was asked for, with what credentials. */
  asked: { target: string; authorization: string | undefined }[];
  /** Every byte that clients sent after CONNECT to one that misbehaves. */
  received: Buffer[];
  close(): Promise<void>;
}

/** What a proxy is started with. */
export interface ConnectProxyOptions {
  /** `user:password`: without them it answers 407. */
  credentials?: string;
  misbehave?: Misbehave;
  /** PEM, of a proxy that is itself asked by TLS. */
  tls?: { key: string; cert: string };
}

/** Starts on a free port of 127.0.0.1. */
export async function startConnectProxy(
  to: { host: string; port: number },
  { credentials, misbehave, tls }: ConnectProxyOptions = {},
): Promise<ConnectProxy> {
  const asked: ConnectProxy['asked'] = [];
  const received: Buffer[] = [];
  const sockets = new Set<Socket>();
  const authorization = credentials ? `Basic ${Buffer.from(credentials).toString('base64')}` : null;
  const server = tls ? createSecureServer(tls) : createServer();
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  server.on('connection', keep);
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    const given = request.headers['proxy-authorization'];
    asked.push({ target: request.url ?? '', authorization: given });
    if (authorization && given !== authorization)
      return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    if (misbehave) {
      socket.on('data', (bytes: Buffer) => received.push(bytes));
      return misbehave(socket, request);
    }
    const onward = connect(to.port, to.host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    keep(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: { isSecure: tls !== undefined, host: '127.0.0.1', port, authorization },
    asked,
    received,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
