/** API tokens, the credentials of a database's address, and bearer tokens of any kind. */
const SECRETS = /\bkw_[^\s"\\]{8,}|\bpostgres(?:ql)?:\/\/[^@\s"]+@|\bBearer\s+[^\s"\\]+/gi;

/**
 * The text with `[redacted]` instead of API tokens, bearer tokens and the credentials in PostgreSQL
 * URLs.
 */
export const redactText = (text: string): string => text.replace(SECRETS, '[redacted]');
