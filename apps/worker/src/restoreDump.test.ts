/**
 * A dump is restored on another server, whose database has another OID than the roles are named
 * after. With PostgreSQL's own pg_dump, where it fits the server.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { postgresServers, type PostgresServer, type PostgresServers } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

/** The embedded binaries have no pg_dump, so both are the system's. */
const BINARIES = '/usr/lib/postgresql/15/bin';
const isThere = ['postgres', 'initdb', 'pg_dump', 'pg_dumpall', 'pg_restore', 'psql'].every(
  (name) => existsSync(join(BINARIES, name)),
);
if (!isThere) console.info(`skipped: dumps need PostgreSQL with its tools in ${BINARIES}`);

describe.skipIf(!isThere)('a dump', () => {
  if (!isThere) return;
  // Last of all: the database is dropped before.
  afterAll(() => others.close());
  failingOver({}, BINARIES);
  const folder = mkdtempSync(join(tmpdir(), 'keyway-dump-'));
  let others: PostgresServers;
  let other: PostgresServer;
  let portfolio: Portfolio;
  let attacked: Azure;
  let session: string;

  const tool = (name: string, args: string[]): string => {
    const { status, stdout, stderr } = spawnSync(join(BINARIES, name), args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(`${name}: ${stderr}`);
    return stdout;
  };
  const urlOn = (server: PostgresServer, name: string): string => {
    const url = new URL(server.url);
    url.pathname = `/${name}`;
    return url.href;
  };

  beforeAll(async () => {
    others = await postgresServers(BINARIES);
    other = await others.primary();
    portfolio = await aPortfolio();
    attacked = await begunBefore();
    session = await signedIn();
    const from = urlOn(primary, nameOfDatabase());
    tool('pg_dump', ['--format=custom', `--file=${join(folder, 'keyway.dump')}`, from]);
    tool('pg_dumpall', ['--roles-only', `--file=${join(folder, 'roles.sql')}`, `--dbname=${from}`]);
    await sentAfter(attacked);
    await toTheEnd(portfolio);
    await expectRight(portfolio);
  });

  const restoreTo = (name: string): void =>
    void tool('pg_restore', [`--dbname=${urlOn(other, name)}`, join(folder, 'keyway.dump')]);

  it('says which roles are missing where it was restored without them', async () => {
    await other.query('create database without_roles');
    expect(() => restoreTo('without_roles')).toThrow('does not exist');
    const url = urlOn(other, 'without_roles');
    await expect(database.store({ url, migrationUrl: url })).rejects.toThrow(
      /pg_dumpall --roles-only/,
    );
  });

  it('resumes with its roles, on a database of another OID', async () => {
    const name = nameOfDatabase();
    // The superuser is there already, which psql reports and passes.
    spawnSync(join(BINARIES, 'psql'), [
      ...['--quiet', `--file=${join(folder, 'roles.sql')}`, other.url],
    ]);
    await other.query(`create database "${name}"`);
    restoreTo(name);
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
