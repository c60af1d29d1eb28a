/** Makes an upstream message safe to store and show: no control characters, no secrets, bounded. */

const MAX_MESSAGE_LENGTH = 500;
const MIN_SECRET_LENGTH = 4;
/**
 * What resembles a credential, though we never held it: a bearer token, a JSON web token, the
 * value of a field that is named like a secret, a token of Keyway's own.
 */
const CREDENTIALS: readonly RegExp[] = [
  /\bBearer\s+[\w.~+/-]{8,}=*/gi,
  /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g,
  /\bkw[a-z]?_[\w-]{16,}/g,
  /(?<=\b(?:client_secret|client_assertion|access_token|refresh_token|id_token|password|code)["']?\s{0,3}[=:]\s{0,3}["']?)[\w.~+/%-]{8,}=*/gi,
];
/**
 * What Entra appends to each message, and is another each time: the same error twice would be two
 * results, each with an entry of its own in the history.
 */
const OF_ONE_REQUEST =
  /\s*\b(?:(?:Trace|Correlation) ID: [\w-]+|Timestamp: [\d-]{10}[T ][\d:.]+Z)/g;
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
 * The text without control characters (each run becomes one space) and without what is of one
 * request only, with every one of `secrets` and whatever resembles a credential replaced by `***`,
 * at most 500 characters (ERR-08).
 */
export function cleanMessage(text: string, secrets: readonly string[] = []): string {
  let cleaned = text.slice(0, MAX_MESSAGE_LENGTH * 20).replace(OF_ONE_REQUEST, '');
  for (const secret of secrets) {
    if (secret.length < MIN_SECRET_LENGTH) continue;
    for (const spelling of spellings(secret)) cleaned = cleaned.replaceAll(spelling, '***');
  }
  cleaned = cleaned.replace(CONTROL, ' ').trim();
  for (const credential of CREDENTIALS) cleaned = cleaned.replace(credential, '***');
  return cleaned.length > MAX_MESSAGE_LENGTH
    ? `${cleaned.slice(0, MAX_MESSAGE_LENGTH - 1)}…`
    : cleaned;
}
