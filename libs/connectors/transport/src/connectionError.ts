/**
 * Turns a connection that broke (DNS, TLS, reset, time-out) into a ConnectorError, and says whether
 * the request may have arrived.
 */
import { ConnectorError } from '@keyway/core';

/** With these nothing was sent: the request cannot have taken effect. */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPROTO|ADDRESS_NOT_PUBLIC|HELD_BACK|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/;
const SYSTEM_CODE = /^[A-Z][A-Z0-9_]{2,60}$/;

function systemCode(error: unknown): string | null {
  for (
    let current = error, depth = 0;
    depth < 5 && typeof current === 'object' && current !== null;
    depth += 1
  ) {
    const code = 'code' in current ? current.code : null;
    if (typeof code === 'string' && SYSTEM_CODE.test(code)) return code;
    current = 'cause' in current ? current.cause : null;
  }
  return null;
}

/**
 * `unavailable`, without a message: `failure.code` is the system's code, such as `ECONNRESET`, and
 * `failure.host` is all that it says of the URL.
 */
export function connectionError(error: unknown, host: string): ConnectorError {
  const code = systemCode(error);
  return new ConnectorError(
    { kind: 'unavailable', code, host },
    {
      ambiguous: code === null || !NEVER_SENT.test(code),
      detail: `No response from ${host}${code === null ? '' : ` (${code})`}`,
    },
  );
}
