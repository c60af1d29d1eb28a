/** Why the server cannot listen, in the words of its configuration. */
import { StartFault } from '@keyway/store';
import type { Config } from '../config.ts';

/** The error itself where it is none of the known ones. */
export function listenFault(error: unknown, { host, port }: Pick<Config, 'host' | 'port'>): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'EADDRINUSE':
      return new StartFault(`PORT=${port} is taken: another process listens there. Right would be, for example: PORT=${port + 1}`);
    case 'EACCES':
      return new StartFault(`PORT=${port} is not for this user to listen on. Right would be, for example: PORT=4000`);
    case 'EADDRNOTAVAIL':
      return new StartFault(`HOST=${host} is no address of this machine. Right would be, for example: HOST=127.0.0.1`);
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartFault(`HOST=${host} cannot be looked up. Right would be, for example: HOST=127.0.0.1`);
    default:
      return error;
  }
}
