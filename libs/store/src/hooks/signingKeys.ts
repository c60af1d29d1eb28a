/**
 * Public keys of Adobe I/O Events, which workers read and apis verify with. A delivery that names
 * an unknown one makes it due; how many are read and kept is bounded.
 */
import type { Database, Query } from '../database/database.ts';
import { claimDue, postponeDue } from './dueRows.ts';

/** Of keys that are due or known; Adobe has two at a time. */
const MAX_KEYS = 100;
/** Afterwards a key is read again: Adobe may have withdrawn it. */
const KEPT_HOURS = 24;
/** One that could not be read again is trusted so long. */
const TRUSTED_DAYS = 7;
/** So long a path that has no key at Adobe is not asked for again. */
const MISSING_SECONDS = 60;
/** Then a path is forgotten that has no key, so that forged ones take no space; or is not read. */
const MISSING_MINUTES = 10;
const UNREAD_MINUTES = 60;
/** A key that verified nothing for so long. */
const UNUSED_DAYS = 90;

export const NOTIFY_HOOK = `pg_notify('keyway_hook', '')`;

const FIND: Query = {
  name: 'signing_keys',
  text: `select path, pem from adobe_signing_key
    where path = any ($1::text[]) and pem is not null and read_at > clock_timestamp() - interval '${TRUSTED_DAYS} days'`,
};
const WANT: Query = {
  name: 'signing_key_wanted',
  text: `with wanted as (
      insert into adobe_signing_key as k (path, wanted_at, due_at)
      select $1, clock_timestamp(), clock_timestamp() where (select count(*) from adobe_signing_key where pem is not null or due_at is not null) < ${MAX_KEYS} or exists (select from adobe_signing_key where path = $1)
      on conflict (path) do update set wanted_at = clock_timestamp(),
        due_at = coalesce(k.due_at, greatest(clock_timestamp(), k.read_at + interval '${MISSING_SECONDS} seconds'))
      where k.pem is null
      returning 1)
    select ${NOTIFY_HOOK} from wanted`,
};
const CLAIM = claimDue({ table: 'adobe_signing_key', key: 'path', returning: 't.path' });
/** $2 null: Adobe has none, which ends the trust in one that was known. */
const READ: Query = {
  name: 'signing_key_read',
  text: `update adobe_signing_key set pem = $2, read_at = clock_timestamp(), attempts = 0, lease_until = null,
      due_at = case when $2::text is null then null else clock_timestamp() + interval '${KEPT_HOURS} hours' end
    where path = $1`,
};
const UNREAD = postponeDue('adobe_signing_key', 'path = $2');
const FORGET = `delete from adobe_signing_key
  where (pem is null and read_at < clock_timestamp() - interval '${MISSING_MINUTES} minutes')
    or (pem is null and wanted_at < clock_timestamp() - interval '${UNREAD_MINUTES} minutes')
    or wanted_at < clock_timestamp() - interval '${UNUSED_DAYS} days'`;
const USED = `update adobe_signing_key set wanted_at = clock_timestamp()
  where path = $1 and wanted_at < clock_timestamp() - interval '1 day'`;

/** A path whose key a worker is to read. */
export interface ClaimedKey {
  path: string;
  /** Reads begun since the last one that ended with an answer, this one included. */
  attempts: number;
}

/** Keys by their path at Adobe. */
export class SigningKeys {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** PEM texts by path; without those that are not known. */
  async find(paths: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.read<{ path: string; pem: string }>(FIND, [paths]);
    return new Map(rows.map(({ path, pem }) => [path, pem]));
  }

  /** A delivery is signed with a key that is not known: a worker is to read it. */
  async want(path: string): Promise<void> {
    await this.database.read(WANT, [path]);
  }

  /** A key that verifies deliveries is kept. */
  async used(path: string): Promise<void> {
    await this.database.read(USED, [path]);
  }

  /** Keys that are due, each to one worker. */
  claim(limit: number): Promise<ClaimedKey[]> {
    return this.database.read<ClaimedKey>(CLAIM, [limit]);
  }

  /** @param pem null: Adobe has no key there */
  async record({ path }: ClaimedKey, pem: string | null): Promise<void> {
    await this.database.read(READ, [path, pem]);
  }

  /** It could not be read, and is tried again. */
  async postpone({ path }: ClaimedKey, seconds: number): Promise<void> {
    await this.database.read(UNREAD, [seconds, path]);
  }
}

/** Removes what nobody wants any more. */
export const forgetSigningKeys = (database: Database): Promise<unknown> => database.read(FORGET);
