/** Whether what the settings name answers. Nothing is signed in to. */
import { connect } from 'node:net';
import { readSettings, type Environment } from '@keyway/config';
import type { Finding } from './checkSettings.ts';

const LONGEST_WAIT_MILLISECONDS = 5_000;

export interface Answer {
  /** The variable that names it. */
  variable: string;
  /** Host and port, or an issuer. Without user and password. */
  address: string;
  /** Null where it answers as it should. */
  problem: string | null;
}

interface Place {
  variable: string;
  host: string;
  port: number;
}

const bare = (host: string): string => host.replace(/^\[|\]$/g, '');

function databasePlace(variable: string, address: string | null): Place[] {
  if (address === null) return [];
  const { hostname, port, searchParams } = new URL(address);
  // A Unix socket has no port that could be tried.
  const host = searchParams.get('host') ?? hostname;
  if (host === '' || host.startsWith('/')) return [];
  return [{ variable, host: bare(host), port: Number(searchParams.get('port') ?? port) || 5432 }];
}

/** The settings have to be right. */
export async function checkConnections(
  environment: Environment,
  signal: AbortSignal,
): Promise<Answer[]> {
  const api = readSettings('api', environment, { beforeStart: true });
  const { smtpServer } = readSettings('worker', environment, { beforeStart: true });
  const proxy = api.httpsProxy;
  const places = [
    ...databasePlace('DATABASE_URL', api.databaseUrl),
    ...databasePlace('DATABASE_MIGRATION_URL', api.databaseMigrationUrl),
    ...databasePlace('DATABASE_DIRECT_URL', api.databaseDirectUrl),
    ...databasePlace('DATABASE_REPLICA_URL', api.databaseReplicaUrl),
    ...(proxy ? [{ variable: 'HTTPS_PROXY', host: bare(proxy.host), port: proxy.port }] : []),
    ...(smtpServer ? [{ ...smtpServer, variable: 'KEYWAY_SMTP_URL' }] : []),
  ];
  const issuers = [
    ...(api.oidcIssuer ? [{ variable: 'OIDC_ISSUER', issuer: api.oidcIssuer }] : []),
    ...api.oidcProviders.map(({ issuer }) => ({ variable: 'KEYWAY_OIDC_PROVIDERS', issuer })),
  ];
  return Promise.all([
    ...places.map((place) => tryPlace(place, signal)),
    ...issuers.map(({ variable, issuer }) =>
      proxy
        ? Promise.resolve({ variable, address: issuer, problem: NOT_TRIED })
        : tryIssuer(variable, issuer, signal),
    ),
  ]);
}

const NOT_TRIED = 'was not tried, because it is called through HTTPS_PROXY';

const within = (signal: AbortSignal): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(LONGEST_WAIT_MILLISECONDS)]);

function tryPlace({ variable, host, port }: Place, signal: AbortSignal): Promise<Answer> {
  const address = `${host}:${port}`;
  return new Promise((resolve) => {
    const socket = connect({ host, port, signal: within(signal) });
    const end = (problem: string | null): void => {
      socket.destroy();
      resolve({ variable, address, problem });
    };
    socket.once('connect', () => end(null));
    socket.once('error', (error: NodeJS.ErrnoException) => end(reasonOf(error)));
  });
}

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'has a name that cannot be resolved',
  EAI_AGAIN: 'has a name that cannot be resolved now',
  ECONNREFUSED: 'refuses the connection: nothing listens there',
  ABORT_ERR: `does not answer within ${LONGEST_WAIT_MILLISECONDS / 1000} s`,
  ETIMEDOUT: 'does not answer',
};

const reasonOf = ({ code = '', message }: NodeJS.ErrnoException): string =>
  REASONS[code] ?? `cannot be reached (${code || message})`;

/** OpenID Connect Discovery 1.0, 4.3: the document has to name the issuer itself. */
async function tryIssuer(variable: string, issuer: string, signal: AbortSignal): Promise<Answer> {
  const answer = (problem: string | null): Answer => ({ variable, address: issuer, problem });
  try {
    const response = await fetch(`${issuer}/.well-known/openid-configuration`, {
      signal: within(signal),
    });
    if (!response.ok) return answer(`has no discovery document (HTTP ${response.status})`);
    const { issuer: named } = (await response.json()) as { issuer?: unknown };
    if (named === issuer || named === `${issuer}/`) return answer(null);
    return answer(`calls itself ${JSON.stringify(named)}`);
  } catch (error) {
    const { cause, name } = error as { cause?: NodeJS.ErrnoException; name: string };
    if (name === 'TimeoutError' || name === 'AbortError') return answer(REASONS['ABORT_ERR']!);
    return answer(cause ? reasonOf(cause) : 'has a discovery document that is no JSON');
  }
}

/** What keeps a process from working, of answers. */
export const findingsOf = (answers: readonly Answer[]): Finding[] =>
  answers.flatMap(({ variable, address, problem }) =>
    problem === null
      ? []
      : [
          {
            level: problem === NOT_TRIED ? ('WARNING' as const) : ('ERROR' as const),
            process: null,
            message: `${variable}: ${address} ${problem}.`,
          },
        ],
  );
