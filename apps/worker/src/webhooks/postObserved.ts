/** `postMessage` with its span and count: host and status, but no path, which may be a secret. */
import { countOutboundCall, inSpan } from '@keyway/telemetry';
import { postMessage, type Posted, type PostOptions } from './postMessage.ts';

export function postObserved(target: string, options: PostOptions): Promise<Posted> {
  const { hostname: host } = new URL(target);
  const begunAt = performance.now();
  return inSpan(
    `POST ${host}`,
    () => ({
      kind: 'client',
      attributes: { 'http.request.method': 'POST', 'server.address': host },
    }),
    async (span) => {
      const posted = await postMessage(target, options);
      const status = posted?.statusCode ?? null;
      if (status !== null) span?.set({ 'http.response.status_code': status });
      if (posted && posted.result !== 'delivered') span?.fail(posted.result);
      countOutboundCall({ host, status, seconds: (performance.now() - begunAt) / 1000 });
      return posted;
    },
  );
}
