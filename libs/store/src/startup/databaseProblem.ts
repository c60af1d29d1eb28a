import { StartError } from '@keyway/config';
import { isConnectionLoss } from '../database/retry.ts';

const codeOf = (error: unknown): string => String((error as NodeJS.ErrnoException).code);

/** `host:port` and the database's name; null for what is no address. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'the database';
  const { hostname, port, pathname } = new URL(url);
  return `the database ${decodeURIComponent(pathname.slice(1)) || '(unnamed)'} at ${hostname || 'localhost'}:${port || 5432}`;
}

const URL_EXAMPLE = 'Example: DATABASE_URL=postgresql://db.example.com:5432/keyway';

const DATABASE_REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'there is no host of that name',
  EAI_AGAIN: 'its name cannot be looked up just now',
  ETIMEDOUT: 'it does not answer',
  EHOSTUNREACH: 'there is no way to that host',
  '28P01': 'it refuses the user or the password',
  '28000': 'it refuses the user',
  '3D000': 'there is no database of that name',
  '53300': 'it has no connection left',
  '42501':
    'its user is not allowed enough: it has to be allowed to make tables and roles, or DATABASE_MIGRATION_URL names one that is',
};

/** A pooler has one code for all, so that its text is the reason: such as an unknown database. */
const lossOf = (error: unknown): string =>
  codeOf(error) === '08P01'
    ? `the connection pooler says "${(error as Error).message}"`
    : 'the connection was lost';

/** A `StartError` where the cause is known; the error itself otherwise. */
export function databaseProblem(error: unknown, url: string): unknown {
  const reason =
    DATABASE_REASONS[codeOf(error)] ?? (isConnectionLoss(error) ? lossOf(error) : null);
  return reason === null
    ? error
    : new StartError(`DATABASE_URL: ${placeOf(url)} cannot be used: ${reason}. ${URL_EXAMPLE}`);
}
