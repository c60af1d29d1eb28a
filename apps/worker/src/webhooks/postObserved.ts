/** `postMessage` with its span and count: host and status, but no path, which may be a secret. */
import { observeOutbound } from '@keyway/telemetry';
import { postMessage, type Posted, type PostOptions } from './postMessage.ts';

export function postObserved(target: string, options: PostOptions): Promise<Posted> {
  const { hostname: host } = new URL(target);
  const attributes = () => ({ 'http.request.method': 'POST' });
  return observeOutbound(
    { name: `POST ${host}`, host, attributes },
    () => postMessage(target, options),
    (posted) => ({
      status: posted?.statusCode ?? null,
      failure: posted && posted.result !== 'delivered' ? posted.result : null,
    }),
  );
}
