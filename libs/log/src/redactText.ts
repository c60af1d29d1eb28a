/** API tokens, the credentials of a database's address, and bearer tokens of any kind. */
const SECRETS = /\bkw_[^\s"\\]{8,}|\bpostgres(?:ql)?:\/\/[^@\s"]+@|\bBearer\s+[^\s"\\]+/gi;

export const redactText = (text: string): string => text.replace(SECRETS, '[redacted]');
