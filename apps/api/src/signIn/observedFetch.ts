/**
 * `fetch` with its span and count: method, host and status. The path may name the customer's
 * tenant at the provider.
 */
import { observeOutbound } from '@keyway/telemetry';
import type { CustomFetch } from 'openid-client';

export const observedFetch: CustomFetch = (url, options) => {
  const { hostname: host } = new URL(url);
  const attributes = () => ({ 'http.request.method': options.method });
  return observeOutbound(
    { name: `${options.method} ${host}`, host, attributes },
    // Cast: the library's options are those of `fetch`, but for a body that may be undefined.
    () => fetch(url, options as RequestInit),
    ({ status }) => ({ status, failure: status >= 400 ? String(status) : null }),
  );
};
