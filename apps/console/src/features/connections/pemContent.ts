/** What a text has of the PEM that an application signs in with: a key and its certificate. */

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----[\s\S]*?-----END \1-----/g;

/** `complete`: one key and at least one certificate. The server says whether they fit. */
export type PemContent =
  'empty' | 'complete' | 'notPem' | 'noKey' | 'noCertificate' | 'encrypted' | 'severalKeys';

export function pemContent(text: string): PemContent {
  if (text.trim() === '') return 'empty';
  const blocks = [...text.matchAll(BLOCK)].map(([block, label = '']) => ({ block, label }));
  const keys = blocks.filter(({ label }) => label.endsWith('PRIVATE KEY'));
  const hasCertificate = blocks.some(({ label }) => label === 'CERTIFICATE');
  if (keys.length === 0) return hasCertificate ? 'noKey' : 'notPem';
  if (keys.length > 1) return 'severalKeys';
  const [key] = keys;
  // PKCS #8 says it in its label, older files in a header.
  if (key && (key.label.startsWith('ENCRYPTED') || /^Proc-Type:.*ENCRYPTED/m.test(key.block)))
    return 'encrypted';
  return hasCertificate ? 'complete' : 'noCertificate';
}

/** Enough for a key and a long chain; the server takes no more. */
const MAX_BYTES = 100_000;

/**
 * The text with that of the files: a second file adds its part to the first. Null where a file is
 * too large to be one.
 */
export async function withFiles(text: string, files: readonly File[]): Promise<string | null> {
  if (files.some(({ size }) => size > MAX_BYTES)) return null;
  const read = await Promise.all(files.map((file) => file.text()));
  const isPart = ['noKey', 'noCertificate'].includes(pemContent(text));
  return [...(isPart ? [text] : []), ...read].map((part) => part.trim()).join('\n');
}
