/**
 * The certificate of an api that serves https itself. One that is renewed on the disk counts
 * without a restart.
 */
import { KeyPairError, readKeyPair, repeat, type KeyPair } from '@keyway/config';
import type { FastifyBaseLogger } from 'fastify';
import type { Server } from 'node:https';
import type { Config } from '../config.ts';

const READ_AGAIN_MILLISECONDS = 60_000;
const DAY_MILLISECONDS = 86_400_000;
/** Issuers renew a third of the life before the end, which is 30 of 90 days. */
const WARN_DAYS = 14;

/** What servers of TLS are made with. The oldest version is 1.2 (ASVS 5, 12.1.1). */
export const tlsOptions = ({ cert, key }: KeyPair) =>
  ({ cert, key, minVersion: 'TLSv1.2', ALPNProtocols: ['http/1.1'] }) as const;

export interface WatchedKeyPair {
  /** When the certificate in use ends. */
  notAfter: () => Date;
  stop: () => Promise<void>;
  /** Reads the files now. */
  readAgain: () => Promise<void>;
}

/**
 * Reads the files each minute. While they are wrong, or half replaced, the pair before stays, which
 * the log says once.
 */
export function watchKeyPair(
  server: Server,
  files: NonNullable<Config['tls']>,
  used: KeyPair,
  log: Pick<FastifyBaseLogger, 'info' | 'warn'>,
): WatchedKeyPair {
  let [current, lastProblem] = [used, ''];
  const warnOfEnd = (): void => {
    const days = Math.floor((current.notAfter.getTime() - Date.now()) / DAY_MILLISECONDS);
    if (days < WARN_DAYS)
      log.warn(
        { notAfter: current.notAfter, days },
        'the certificate in KEYWAY_TLS_CERT ends soon',
      );
  };
  const readAgain = (): Promise<void> => {
    try {
      const found = readKeyPair(files.cert, files.key);
      lastProblem = '';
      if (found.cert === current.cert && found.key === current.key) return Promise.resolve();
      server.setSecureContext(tlsOptions(found));
      current = found;
      log.info({ notAfter: found.notAfter }, 'the certificate was replaced');
    } catch (error) {
      if (!(error instanceof KeyPairError)) throw error;
      if (error.message !== lastProblem)
        log.warn(
          `The certificate before stays in use: ${VARIABLES[error.setting]} ${error.message}`,
        );
      lastProblem = error.message;
    }
    return Promise.resolve();
  };
  const stops = [
    repeat(readAgain, READ_AGAIN_MILLISECONDS),
    repeat(() => Promise.resolve(warnOfEnd()), DAY_MILLISECONDS),
  ];
  return {
    notAfter: () => current.notAfter,
    readAgain,
    stop: async () => void (await Promise.all(stops.map((stop) => stop()))),
  };
}

const VARIABLES = { tlsCert: 'KEYWAY_TLS_CERT', tlsKey: 'KEYWAY_TLS_KEY' } as const;
