/**
 * Turns a connection that broke (DNS, TLS, reset, time-out) into a ConnectorError, and says whether
 * the request may have arrived.
 */
import { ConnectorError, OWN_CODES } from '@keyway/core';
import { ProxyError } from './proxy/openTunnel.ts';

/** With these nothing was sent: the request cannot have taken effect. */
const NEVER_SENT =
  /^(ENOTFOUND|EAI_[A-Z]+|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EPROTO|ADDRESS_NOT_PUBLIC|HELD_BACK|KEYWAY_PROXY_[A-Z_]+|ERR_TLS_\w+|ERR_SSL_\w+|CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+)$/;
/** TLS to somebody whose authority isn't known, such as a proxy that reads along. */
const UNKNOWN_AUTHORITY =
  /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_GET_ISSUER_CERT(_LOCALLY)?|UNABLE_TO_VERIFY_LEAF_SIGNATURE)$/;
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
 * `unavailable`, without a message: `failure.code` is the system's code, such as `ECONNRESET`, or
 * one of `OWN_CODES`, and `failure.host` is all that it says of the URL.
 * @param connected whether TLS stood: before that nothing can have arrived
 */
export function connectionError(error: unknown, host: string, connected = true): ConnectorError {
  const code = systemCode(error);
  const isUnknown = code !== null && UNKNOWN_AUTHORITY.test(code);
  const because = error instanceof ProxyError ? error.message : code;
  return new ConnectorError(
    { kind: 'unavailable', code: isUnknown ? OWN_CODES.unknownAuthority : code, host },
    {
      ambiguous: connected && (code === null || !NEVER_SENT.test(code)),
      detail: `No response from ${host}${because === null ? '' : ` (${because})`}`,
    },
  );
}
