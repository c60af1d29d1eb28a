/**
 * A dump is restored on another server, whose database has another OID than the roles are named
 * after. With PostgreSQL's own pg_dump, where it fits the server.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServers, type PostgresServer, type PostgresServers } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { areThere, BINARIES, dumpOf, urlOn, type Dump } from './testing/copies.ts';
import { address, failingOver, primary } from './testing/failingOver.ts';
import {
  aPortfolio,
  expectRight,
  toTheEnd,
  type Azure,
  type Portfolio,
} from './testing/portfolio.ts';
import {
  aDayLater,
  begunBefore,
  expectResumed,
  nameOfDatabase,
  refusesOtherKey,
  sentAfter,
  signedIn,
} from './testing/restored.ts';
import { database } from './testing/workerUnderTest.ts';

describe.skipIf(!areThere)('a dump', () => {
  if (!areThere) return;
  // Last of all: the database is dropped before.
  afterAll(() => others.close());
  failingOver({}, BINARIES);
  let others: PostgresServers;
  let other: PostgresServer;
  let portfolio: Portfolio;
  let attacked: Azure;
  let session: string;
  let dump: Dump;

  beforeAll(async () => {
    others = await postgresServers(BINARIES);
    other = await others.primary();
    portfolio = await aPortfolio();
    attacked = await begunBefore();
    session = await signedIn();
    dump = dumpOf(primary, nameOfDatabase());
    await sentAfter(attacked);
    await toTheEnd(portfolio);
    await expectRight(portfolio);
  });

  it('says which roles are missing where it was restored without them', async () => {
    await other.query('create database without_roles');
    expect(() => dump.restoreInto(other, 'without_roles')).toThrow('does not exist');
    const url = urlOn(other, 'without_roles');
    await expect(database.store({ url, migrationUrl: url })).rejects.toThrow(
      /pg_dumpall --roles-only/,
    );
  });

  it('resumes with its roles, on a database of another OID', async () => {
    const name = nameOfDatabase();
    await dump.restoreTo(other);
    const oidOf = async (server: PostgresServer) =>
      (
        await server.query<{ oid: string }>(
          'select oid::text from pg_database where datname = $1',
          [name],
        )
      )[0]!.oid;
    expect(await oidOf(other)).not.toBe(await oidOf(primary));
    await aDayLater(other);
    address.leadTo(other.url, { closes: true });
    // Without the key that seals: both fingerprints, and nothing starts.
    const withoutKey = mkdtempSync(join(tmpdir(), 'keyway-no-key-'));
    await expect(database.store({ dataDir: withoutKey })).rejects.toThrow(/sealing\.key/);
    await refusesOtherKey(attacked);
    await expectResumed(portfolio, session);
  });
});
