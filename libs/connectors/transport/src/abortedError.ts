/** How a call ends that its caller gave up. */
import { ConnectorError } from '@keyway/core';

/**
 * `ambiguous` false only where nothing that changes anything was sent; what was sent may still take
 * effect.
 */
export const abortedError = (ambiguous = true): ConnectorError =>
  new ConnectorError(
    {
      kind: 'unavailable',
      message: 'The call was given up before an answer came',
      code: 'ABORT_ERR',
    },
    { ambiguous },
  );
