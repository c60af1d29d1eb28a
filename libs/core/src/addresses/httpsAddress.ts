/**
 * A strict reader of https addresses, for evaluating what Adobe's app registration says (AEP-22);
 * the ES library has no `URL`.
 */

export interface HttpsAddress {
  /** Lower case, without a port. */
  host: string;
  /** As written, from `/` on; empty where there is none. */
  path: string;
  /** Decoded, in order, duplicates kept. */
  query: readonly (readonly [name: string, value: string])[];
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
};

/**
 * Null for anything but a plain https address: user-info, port, fragment, backslash, space or a
 * letter outside ASCII all refuse.
 */
export function readHttpsAddress(text: string): HttpsAddress | null {
  const parts = /^https:\/\/([a-z0-9.-]+)(\/[^?#]*)?(?:\?([^#]*))?$/i.exec(text);
  if (!parts || text.length > 4096 || !/^[\x21-\x7e]+$/.test(text) || /[\\"'<>`{}|^]/.test(text))
    return null;
  const [, host = '', path = '', search = ''] = parts;
  if (!host.split('.').every((label) => /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/i.test(label)))
    return null;
  const query: [string, string][] = [];
  for (const pair of search === '' ? [] : search.split('&')) {
    const at = pair.indexOf('=');
    const [name, value] = [
      decode(at < 0 ? pair : pair.slice(0, at)),
      decode(at < 0 ? '' : pair.slice(at + 1)),
    ];
    if (name === null || value === null) return null;
    query.push([name, value]);
  }
  return { host: host.toLowerCase(), path, query };
}

/** The one value of a parameter; null where it is absent or given twice. */
export function onlyValue(address: HttpsAddress, name: string): string | null {
  const values = address.query.filter(([candidate]) => candidate === name);
  return values.length === 1 ? values[0]![1] : null;
}
