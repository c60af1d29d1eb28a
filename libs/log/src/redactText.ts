/** Tokens of Keyway (`kw_`, `kwi_`, `kwh_`), credentials in a database's address, bearer tokens. */
const SECRETS = /\bkw[a-z]?_[^\s"\\]{8,}|\bpostgres(?:ql)?:\/\/[^@\s"]+@|\bBearer\s+[^\s"\\]+/gi;

/**
 * The text with `[redacted]` instead of Keyway's tokens, bearer tokens and the credentials in
 * PostgreSQL URLs.
 */
export const redactText = (text: string): string => text.replace(SECRETS, '[redacted]');
