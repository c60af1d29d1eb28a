/** A load balancer before several apis, as an ingress is: it asks each whether it is ready. */
import { Agent, createServer, get, request as send, type IncomingMessage } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

const PROBE_MILLISECONDS = 50;

interface Backend {
  url: URL;
  isReady: boolean;
  /** Gets nothing more, whatever it says. */
  isRetired: boolean;
  agent: Agent;
  /** Requests that it has not answered yet. Sockets are none. */
  open: number;
}

/** Leads each request and socket to one of the backends that say that they are ready. */
export interface TestProxy {
  url: string;
  add: (url: string) => Promise<void>;
  /** Leads nothing more to it, as a platform does before it ends a process. */
  retire: (url: string) => void;
  /** Resolves once it gets no request any more, and has answered all. */
  drained: (url: string) => Promise<void>;
  remove: (url: string) => void;
  close: () => Promise<void>;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 10));

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause();
}

const readyOf = (url: URL): Promise<boolean> =>
  new Promise((resolve) => {
    get(new URL('/readyz', url), { agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    }).once('error', () => resolve(false));
  });

/** Nothing is sent a second time: whatever a backend fails at, the client sees. */
export async function aProxy(): Promise<TestProxy> {
  const backends = new Map<string, Backend>();
  let turn = 0;
  const next = (): Backend | undefined => {
    const ready = [...backends.values()].filter(({ isReady }) => isReady);
    return ready[(turn += 1) % ready.length];
  };
  const server = createServer((incoming, outgoing) => {
    const backend = next();
    if (!backend) return void outgoing.writeHead(502).end('no backend');
    backend.open += 1;
    outgoing.once('close', () => (backend.open -= 1));
    const { method, headers, url } = incoming;
    const onward = send(new URL(url!, backend.url), { method, headers, agent: backend.agent });
    onward.once('response', (response: IncomingMessage) => {
      outgoing.writeHead(response.statusCode!, response.headers);
      response.pipe(outgoing);
    });
    onward.once('error', (error) => outgoing.writeHead(502).end(`no answer: ${error.message}`));
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    const backend = next();
    if (!backend) return void socket.destroy();
    const onward = connect(Number(backend.url.port), backend.url.hostname, () => {
      const headers = incoming.rawHeaders.flatMap((name, index, all) =>
        index % 2 === 0 ? [`${name}: ${all[index + 1]}`] : [],
      );
      onward.write(`GET ${incoming.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    for (const [one, other] of [
      [socket, onward],
      [onward, socket],
    ] as const)
      one.once('error', () => other.destroy()).once('close', () => other.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const probing = setInterval(() => {
    for (const backend of backends.values())
      void readyOf(backend.url).then(
        (isReady) => (backend.isReady = isReady && !backend.isRetired),
      );
  }, PROBE_MILLISECONDS);
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    add: async (url) => {
      const agent = new Agent({ keepAlive: true });
      const backend = { url: new URL(url), isReady: false, isRetired: false, agent, open: 0 };
      backends.set(url, backend);
      await until(() => backend.isReady);
    },
    retire: (url) => {
      const backend = backends.get(url)!;
      Object.assign(backend, { isRetired: true, isReady: false });
    },
    drained: (url) => {
      const backend = backends.get(url)!;
      return until(() => !backend.isReady && backend.open === 0);
    },
    remove: (url) => void backends.delete(url),
    close: async () => {
      clearInterval(probing);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
