/** Why the server cannot listen, in the words of its configuration. */
import { StartFault } from '@keyway/store';
import type { Config } from '../config.ts';

/** The variables that say where. */
interface Variables {
  port: string;
  host: string;
}
const OWN_VARIABLES: Variables = { port: 'PORT', host: 'HOST' };
export const METRICS_VARIABLES: Variables = {
  port: 'KEYWAY_METRICS_PORT',
  host: 'KEYWAY_METRICS_HOST',
};

/** The error itself where it is none of the known ones. */
export function listenFault(
  error: unknown,
  { host, port }: Pick<Config, 'host' | 'port'>,
  variables = OWN_VARIABLES,
): unknown {
  const [itsPort, itsHost] = [`${variables.port}=${port}`, `${variables.host}=${host}`];
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFault(
        `${itsPort} is taken: another process listens there. Right would be, for example: ${variables.port}=${port + 1}`,
      );
    case 'EACCES':
      return new StartFault(
        `${itsPort} is not for this user to listen on. Right would be, for example: ${variables.port}=4000`,
      );
    case 'EADDRNOTAVAIL':
      return new StartFault(
        `${itsHost} is no address of this machine. Right would be, for example: ${variables.host}=127.0.0.1`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFault(
        `${itsHost} cannot be looked up. Right would be, for example: ${variables.host}=127.0.0.1`,
      );
    default:
      return error;
  }
}
