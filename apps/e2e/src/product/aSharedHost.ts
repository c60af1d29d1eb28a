/** A host of several applications, by https: what is below one path is Keyway's. */
import { writeFileSync } from 'node:fs';
import { request as ask, type IncomingMessage, type RequestOptions } from 'node:http';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { connect, type AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export const SHARED_PATH = '/tools/keyway';

export interface SharedHost {
  /** Of Keyway, with its path. */
  url: string;
  /** PEM file of its certificate. */
  certificate: string;
  /** From here on what is Keyway's is asked there. */
  leadTo: (port: number) => void;
  /** Paths of other applications that were asked for. */
  foreign: string[];
  stop: () => Promise<void>;
}

const isKeyways = (url: string): boolean => /^\/tools\/keyway(?=[/?]|$)/.test(url);

/** @param folder where the certificate is written */
export async function aSharedHost(folder: string): Promise<SharedHost> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] },
    ],
  });
  const certificate = join(folder, 'shared-host.pem');
  writeFileSync(certificate, cert);
  const foreign: string[] = [];
  let port = 0;
  const forwarded = ({ url, method, headers, socket }: IncomingMessage): RequestOptions => ({
    ...{ port, host: '127.0.0.1', path: url, method },
    headers: { ...headers, 'x-forwarded-for': socket.remoteAddress },
  });
  const server = createServer({ key, cert }, (request, response) => {
    if (!isKeyways(request.url!)) {
      foreign.push(request.url!);
      return void response.writeHead(404).end();
    }
    const onward = ask(forwarded(request), (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('upgrade', (request, socket, head) => {
    if (!isKeyways(request.url!)) {
      foreign.push(request.url!);
      return void socket.destroy();
    }
    const onward = connect(port, '127.0.0.1');
    const lines = Object.entries(request.headers).map(
      ([name, value]) => `${name}: ${String(value)}`,
    );
    onward.write([`GET ${request.url} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
    onward.write(head);
    for (const one of [onward, socket]) one.on('error', () => one.destroy());
    socket.pipe(onward).pipe(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `https://localhost:${(server.address() as AddressInfo).port}${SHARED_PATH}`,
    certificate,
    leadTo: (given) => (port = given),
    foreign,
    stop: () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return closed;
    },
  };
}
