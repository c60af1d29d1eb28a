/** How sign-in providers are reached from a corporate network: `fetch` takes the proxy. */
import { setGlobalProxyFromEnv } from 'node:http';
import type { ProxyAddress, ProxyBypass } from '@keyway/config';

function urlOf({ isSecure, host, port, authorization }: ProxyAddress): string {
  const url = new URL(`${isSecure ? 'https' : 'http'}://proxy`);
  url.hostname = host.includes(':') ? `[${host}]` : host;
  url.port = String(port);
  const credentials = Buffer.from(authorization?.slice('Basic '.length) ?? '', 'base64').toString();
  const colon = credentials.indexOf(':');
  url.username = encodeURIComponent(credentials.slice(0, Math.max(colon, 0)));
  url.password = encodeURIComponent(credentials.slice(colon + 1));
  return url.href;
}

/** Node takes `name` for itself alone, and `.name` for those below it. */
const bypassOf = ({ names, ranges }: ProxyBypass): string =>
  [
    ...names.flatMap(({ name, port }) => {
      const suffix = port === null ? '' : `:${port}`;
      return [`${name}${suffix}`, `.${name}${suffix}`];
    }),
    ...ranges.map(([address]) => address.toString()),
  ].join(',');

/**
 * For this process, until the returned function is called. Plain http is never proxied: it is for
 * the sandbox's provider on this machine.
 */
export function reachProviders({
  httpsProxy,
  noProxy,
}: {
  httpsProxy: ProxyAddress | null;
  noProxy: ProxyBypass;
}): () => void {
  if (!httpsProxy || noProxy.all) return () => undefined;
  return setGlobalProxyFromEnv({ https_proxy: urlOf(httpsProxy), no_proxy: bypassOf(noProxy) });
}
