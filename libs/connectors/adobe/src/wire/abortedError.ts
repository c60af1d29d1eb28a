/** How a call ends that its caller gave up. */
import { ConnectorError } from '@keyway/core';

/** `ambiguous` false where nothing that changes anything was sent. */
export const abortedError = (ambiguous = true): ConnectorError =>
  new ConnectorError({ kind: 'unavailable', message: 'The call was given up before an answer came', code: 'ABORT_ERR' }, { ambiguous });
