/** Addresses at Adobe that validate registrations, which workers open (AL-17). */
import type { Database, Query } from '../database/database.ts';
import { claimDue, postponeDue } from './dueRows.ts';
import { NOTIFY_HOOK } from './signingKeys.ts';

const MAX_ATTEMPTS = 5;

/** One of each organization: the last one counts. */
const WANT: Query = {
  name: 'validation_wanted',
  text: `with wanted as (
      insert into adobe_validation as v (organization_id, partner_id, path, due_at) values ($1, $2, $3, clock_timestamp())
      on conflict (organization_id) do update set path = excluded.path, due_at = excluded.due_at, attempts = 0, lease_until = null
      returning 1)
    select ${NOTIFY_HOOK} from wanted`,
};
const CLAIM = claimDue({
  table: 'adobe_validation',
  key: 'organization_id',
  returning: 't.organization_id as "organizationId", t.path',
});
/** Not where another address came meanwhile. */
const END: Query = {
  name: 'validation_end',
  text: 'delete from adobe_validation where organization_id = $1 and path = $2',
};
const POSTPONE = postponeDue('adobe_validation', 'organization_id = $2 and path = $3');

/** An address that a worker is to open. */
export interface ClaimedValidation {
  organizationId: string;
  /** Path and query at Adobe's host. */
  path: string;
  /** Tries begun, this one included. */
  attempts: number;
}

/** Validations of registrations that are to be opened. */
export class AdobeValidations {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /** @param path as `validationPath` found it */
  async want(
    { organizationId, partnerId }: { organizationId: string; partnerId: string },
    path: string,
  ): Promise<void> {
    await this.database.read(WANT, [organizationId, partnerId, path]);
  }

  /** Those that are due, each to one worker. */
  claim(limit: number): Promise<ClaimedValidation[]> {
    return this.database.read<ClaimedValidation>(CLAIM, [limit]);
  }

  async end({ organizationId, path }: ClaimedValidation): Promise<void> {
    await this.database.read(END, [organizationId, path]);
  }

  /** It could not be opened: tried again, a few times. */
  async postpone(claimed: ClaimedValidation, seconds: number): Promise<void> {
    const { organizationId, path, attempts } = claimed;
    if (attempts >= MAX_ATTEMPTS) await this.end(claimed);
    else await this.database.read(POSTPONE, [seconds, organizationId, path]);
  }
}
