/** Makes the other side's words fit to store and show: no control characters, no secret of ours, a length one can read. */

const MESSAGE_LIMIT = 500;
const SHORTEST_SECRET = 4;
// eslint-disable-next-line no-control-regex -- control characters are exactly what is taken out
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** Every spelling in which a secret can come back: as it is, and as it went out in a form. */
const spellings = (secret: string): string[] => [
  secret,
  encodeURIComponent(secret),
  new URLSearchParams({ s: secret }).toString().slice(2),
  JSON.stringify(secret).slice(1, -1),
];

/**
 * The text without control characters (each run becomes one space), with every one of `secrets` replaced by `***`, at most 500
 * characters (ERR-08).
 */
export function cleanMessage(text: string, secrets: readonly string[] = []): string {
  let cleaned = text.slice(0, MESSAGE_LIMIT * 20);
  for (const secret of secrets) {
    if (secret.length < SHORTEST_SECRET) continue;
    for (const spelling of spellings(secret)) cleaned = cleaned.replaceAll(spelling, '***');
  }
  cleaned = cleaned.replace(CONTROL, ' ').trim();
  return cleaned.length > MESSAGE_LIMIT ? `${cleaned.slice(0, MESSAGE_LIMIT - 1)}…` : cleaned;
}
