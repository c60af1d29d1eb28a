/** Tokens of Keyway (`kw_`, `kwi_`, `kwh_`), credentials in an address, bearer tokens. */
const SECRETS =
  /\bkw[a-z]?_[^\s"\\]{8,}|\bpostgres(?:ql)?:\/\/[^@\s"]+@|\bhttps?:\/\/[^@\s"/]+@|\b(?:Bearer|Basic)\s+[^\s"\\]{6,}/gi;

/**
 * The text with `[redacted]` instead of Keyway's tokens, bearer and basic credentials, and the
 * credentials in URLs of PostgreSQL and of proxies.
 */
export const redactText = (text: string): string => text.replace(SECRETS, '[redacted]');
