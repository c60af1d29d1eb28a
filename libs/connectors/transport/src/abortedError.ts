/** The error of a call that its caller aborted. */
import { ConnectorError } from '@keyway/core';

/**
 * `ambiguous` false only where nothing that changes anything was sent; what was sent may still take
 * effect.
 */
export const abortedError = (ambiguous = true): ConnectorError =>
  new ConnectorError(
    { kind: 'unavailable', code: 'ABORT_ERR' },
    { ambiguous, detail: 'The call was aborted before a response came' },
  );
