/** Stands before the api and signs every request in by a token, for browsers without a cookie. */
import { createServer, request as send, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

export interface TokenProxy {
  url: string;
  close(): Promise<void>;
}

/** `api` is the api's address without a path. */
export async function tokenProxy(api: string, token: string): Promise<TokenProxy> {
  const { hostname, port, host } = new URL(api);
  const headersOf = ({ headers }: IncomingMessage) => ({
    ...headers,
    host,
    authorization: `Bearer ${token}`,
    // The api compares it with its own address.
    ...(headers.origin ? { origin: api } : {}),
  });
  const server = createServer((incoming, outgoing) => {
    const { method, url } = incoming;
    const forwarded = send(
      { hostname, port, method, path: url, headers: headersOf(incoming) },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forwarded.on('error', () => outgoing.destroy());
    incoming.pipe(forwarded);
  });
  server.on('upgrade', (incoming, socket, head) => {
    const upstream = connect(Number(port), hostname, () => {
      const lines = Object.entries(headersOf(incoming)).map(([name, value]) => `${name}: ${value}`);
      upstream.write(`GET ${incoming.url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    upstream.on('error', () => socket.destroy());
    socket.on('error', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
