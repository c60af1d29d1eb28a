/**
 * A primary behind an address that is moved, a standby that may lag, and the worker's store on
 * them. Imported by tests only.
 */
import {
  anAddress,
  MAX_WAIT_MILLISECONDS,
  postgresServers,
  type MovableAddress,
} from '@keyway/testing';
import type { PostgresServer, PostgresServers } from '@keyway/testing';
import type { AdobePort } from '@keyway/core';
import { ConnectorError } from '@keyway/core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { askedAgain, dependencies, workerUnderTest } from './workerUnderTest.ts';
import type { WorkerDependencies } from '../runEffect.ts';

export let servers: PostgresServers;
export let primary: PostgresServer;
export let address: MovableAddress;
const streams: MovableAddress[] = [];

/** Called once by a test file: the worker's database is on a server of its own. */
export function failingOver(settings: Record<string, string> = {}, binaries?: string): void {
  beforeAll(async () => {
    servers = await postgresServers(binaries);
    primary = await servers.primary(settings);
    address = await anAddress(primary.url);
    process.env.DATABASE_URL = address.url;
  });
  // Last of all: the database is dropped before.
  afterAll(async () => {
    delete process.env.DATABASE_URL;
    await Promise.all([address, ...streams].map((one) => one.close()));
    await servers.close();
  });
  askedAgain();
  workerUnderTest();
}

/** A standby whose stream can be cut, so that it lags. */
export interface Standby {
  server: PostgresServer;
  /** It receives nothing more. */
  lag(): void;
  /** Resolves when it has everything that the primary has. */
  caughtUp(): Promise<void>;
}

export async function aStandby(of: PostgresServer, name = 'standby'): Promise<Standby> {
  const stream = await anAddress(of.url);
  const server = await servers.standby(await servers.baseBackup(of), stream.url, name);
  const caughtUp = async (): Promise<void> => {
    const [wanted] = await of.query<{ lsn: string }>('select pg_current_wal_lsn() as lsn');
    await vi.waitFor(
      async () => {
        const text = 'select pg_last_wal_replay_lsn() >= $1::pg_lsn as "hasAll"';
        expect(await server.query(text, [wanted!.lsn])).toEqual([{ hasAll: true }]);
      },
      { timeout: MAX_WAIT_MILLISECONDS },
    );
  };
  await caughtUp();
  streams.push(stream);
  return { server, lag: () => stream.cut(), caughtUp };
}

/** Adobe accepts configurations, and shows them by name only once it is allowed to (ST-09). */
export function lateAdobe(): { shown: boolean; deps: () => WorkerDependencies } {
  const late = { shown: false, deps };
  function deps(): WorkerDependencies {
    const given = dependencies();
    const readConfiguration: AdobePort['readConfiguration'] = (...args) =>
      late.shown
        ? given.adobe.readConfiguration(...args)
        : Promise.reject(
            new ConnectorError(
              { kind: 'notFound', status: 404 },
              { ambiguous: false, detail: 'not shown yet' },
            ),
          );
    return { ...given, adobe: { ...given.adobe, readConfiguration } };
  }
  return late;
}
