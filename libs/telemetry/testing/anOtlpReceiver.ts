/** A receiver of OTLP over HTTP on this machine, which can also be slow or refuse. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeMetrics, type ReceivedMetric } from './decodeMetrics.ts';
import { decodeSpans, type ReceivedSpan } from './decodeSpans.ts';

/**
 * `unavailable`: refuses for now. `silent`: takes the request and never answers. `trickle`: answers
 * byte by byte without an end.
 */
export type ReceiverMode = 'accept' | 'refuse' | 'unavailable' | 'silent' | 'trickle';

export interface OtlpReceiver {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  endpoint: string;
  /** What it took. */
  spans: ReceivedSpan[];
  metrics: ReceivedMetric[];
  /** Everything that came, as text, whatever it answered. */
  texts: string[];
  requests: () => number;
  headers: () => IncomingHttpHeaders;
  mode: (next: ReceiverMode) => void;
  close: () => Promise<void>;
}

function trickle(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/x-protobuf' });
  const timer = setInterval(() => response.write('x'), 50);
  response.once('close', () => clearInterval(timer));
}

export async function anOtlpReceiver(): Promise<OtlpReceiver> {
  const spans: ReceivedSpan[] = [];
  const metrics: ReceivedMetric[] = [];
  const texts: string[] = [];
  let [requests, mode, headers]: [number, ReceiverMode, IncomingHttpHeaders] = [0, 'accept', {}];
  const server = createServer((request, response) => {
    requests += 1;
    headers = request.headers;
    const parts: Buffer[] = [];
    request.on('error', () => undefined).on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      texts.push(body.toString('latin1'));
      if (mode === 'silent') return;
      if (mode === 'trickle') return trickle(response);
      if (mode === 'unavailable') return void response.writeHead(503).end('later');
      if (mode === 'refuse') return void response.writeHead(500).end('no');
      if (request.url === '/v1/traces') spans.push(...decodeSpans(body));
      else if (request.url === '/v1/metrics') metrics.push(...decodeMetrics(body));
      response.writeHead(200, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    ...{ spans, metrics, texts },
    requests: () => requests,
    headers: () => headers,
    mode: (next) => (mode = next),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
