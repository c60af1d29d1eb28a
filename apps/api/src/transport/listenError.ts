/** Why the server can't listen, with the setting to change. */
import { StartError } from '@keyway/config';
import type { Config } from '../config.ts';

/** The settings that name the address. */
interface Variables {
  port: string;
  host: string;
}
const OWN_VARIABLES: Variables = { port: 'PORT', host: 'HOST' };
export const METRICS_VARIABLES: Variables = {
  port: 'KEYWAY_METRICS_PORT',
  host: 'KEYWAY_METRICS_HOST',
};

/** Returns the error itself where it is not a known one. */
export function listenError(
  error: unknown,
  { host, port }: Pick<Config, 'host' | 'port'>,
  variables = OWN_VARIABLES,
): unknown {
  const [itsPort, itsHost] = [`${variables.port}=${port}`, `${variables.host}=${host}`];
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartError(
        `${itsPort}: another process uses this port. Example: ${variables.port}=${port + 1}`,
      );
    case 'EACCES':
      return new StartError(
        `${itsPort}: this user may not listen on this port. Example: ${variables.port}=4000`,
      );
    case 'EADDRNOTAVAIL':
      return new StartError(
        `${itsHost}: this machine doesn’t have this address. Example: ${variables.host}=127.0.0.1`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `${itsHost}: this name can’t be resolved. Example: ${variables.host}=127.0.0.1`,
      );
    default:
      return error;
  }
}
