/** Works bulk jobs off, for workers: some items of each in turn, so that none waits for another. */
import { ConnectorError, globalId, NewerVersion, refuse, type Refusal } from '@keyway/core';
import { inSpan, startOfCarried, type SpanStart } from '@keyway/telemetry';
import { findCandidate } from '../access/assignees.ts';
import { rightsNow, type RightsNow } from '../access/rightsNow.ts';
import { holdRights, isAccessChanged, type Asker } from '../access/stillMay.ts';
import type { Database, Transaction } from '../database/database.ts';
import type { Notifications } from '../database/notifications.ts';
import { isConnectionLoss, isContention, isLockTimeout } from '../database/retry.ts';
import { WakeUps } from '../database/wakeUps.ts';
import { withRequiredKeys } from '../sealing/dataKeys.ts';
import type { Sealing } from '../sealing/sealing.ts';
import type { Unit } from '../tenancy/view.ts';
import { Visibility } from '../tenancy/visibility.ts';
import {
  ANNOUNCE,
  bulkJobRecord,
  JOB_COLUMNS,
  type BulkJobRecord,
  type BulkJobRow,
} from './bulkRecord.ts';
import { countSettled, doBulkItems, type Deciding } from './doBulkItems.ts';

const MAX_WAIT_MILLISECONDS = 5_000;
/** Jobs that one pass serves. */
const MAX_JOBS = 32;
/** Items of one transaction: starting runs reads and writes them together. */
const ITEMS = { start: 25, other: 10 };
/** After so many unexpected failures an item is given up. */
const MAX_ATTEMPTS = 5;
const RETRY_SECONDS = 5;
/** How often one pass reads the starter's rights, where they keep changing. */
const MAX_RIGHTS = 3;

const OPEN = {
  name: 'bulk_open',
  text: `select ${JOB_COLUMNS} from bulk_job j
    where (j.status = 'RUNNING' or j.total > j.done + j.refused + j.skipped) order by j.started_at, j.id limit ${MAX_JOBS}`,
};

export interface BulkQueueOptions {
  sealing: Sealing;
  pollScale: number;
  onWarning: (message: string) => void;
}

/** Does the items of bulk jobs, in batches; several processes may. */
export class BulkQueue {
  private readonly database: Database;
  private readonly options: BulkQueueOptions;
  private readonly wakeUps: WakeUps;

  constructor(database: Database, notifications: Notifications, options: BulkQueueOptions) {
    this.database = database;
    this.options = options;
    this.wakeUps = new WakeUps(notifications, 'keyway_bulk', MAX_WAIT_MILLISECONDS);
  }

  /** Some items of each open job; answers how many, 0 where there is nothing to do now. */
  async work(): Promise<number> {
    this.wakeUps.claiming();
    const rows = await this.database.read<BulkJobRow>(OPEN);
    let items = 0;
    let failure: Error | null = null;
    for (const row of rows) {
      try {
        items += await this.workOn(bulkJobRecord(row));
      } catch (error) {
        // The others continue where one waits for a lock in vain.
        failure ??= error instanceof Error ? error : new Error(String(error));
      }
    }
    if (items === 0 && failure) throw failure;
    return items;
  }

  /** Resolves when there may be something to do, at the latest after some seconds. */
  waitForWork(signal: AbortSignal): Promise<void> {
    return this.wakeUps.wait(() => Promise.resolve(null), signal);
  }

  /** Again at once where the starter's rights changed meanwhile, by what they may do now. */
  private async workOn(job: BulkJobRecord): Promise<number> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.workWithRights(job);
      } catch (error) {
        // Nothing of the batch was changed.
        if (!isAccessChanged(error) || attempt === MAX_RIGHTS) throw error;
      }
    }
  }

  private async workWithRights(job: BulkJobRecord): Promise<number> {
    if (job.status !== 'RUNNING') return this.skipRest(job, null);
    const { partnerId, starter } = job;
    const sql = { query: this.database.read.bind(this.database) };
    const rights = await rightsNow(sql, { partnerId, who: starter });
    if (!rights) return this.skipRest(job, refuse('bulkStarterGone', null));
    const limit = job.action === 'START_RUNS' ? ITEMS.start : ITEMS.other;
    const memberId = job.input.assignment?.owner?.memberId;
    const owner = memberId ? await findCandidate(sql, { partnerId, memberId }) : null;
    const deciding = { rights, owner };
    try {
      const done = await this.batch(job, deciding, limit);
      return done > 0 ? done : await this.refuseUnseen(job, rights);
    } catch (error) {
      if (isAccessChanged(error) || isPassing(error)) throw error;
      return this.oneByOne(job, deciding, limit);
    }
  }

  /** With the starter's own role in the database, and their filters. */
  private batch(job: BulkJobRecord, deciding: Deciding, limit: number): Promise<number> {
    const { partnerId, starter } = job;
    const scope = { partnerId, organizationIds: deciding.rights.organizationIds, viewer: starter };
    const visibility = new Visibility(scope);
    const asker = askerOf(starter, deciding.rights);
    const work = (sql: Transaction): Promise<number> => {
      const { sealing, pollScale } = this.options;
      holdRights(sql, { asker, endsAccess: false }, scope, this.database.roles);
      const unit: Unit = { visibility, sql, sealing, pollScale, transaction: (part) => part(sql) };
      return doBulkItems(unit, job, deciding, limit);
    };
    return inSpan('bulk batch', spanOfBatch(job), () =>
      withRequiredKeys(() => this.database.transaction(visibility.scope, work, 'once')),
    );
  }

  /** After an unexpected failure: the item that fails is put off, so that the others are done. */
  private async oneByOne(job: BulkJobRecord, deciding: Deciding, count: number): Promise<number> {
    let done = 0;
    for (let item = 0; item < count; item += 1) {
      try {
        const claimed = await this.batch(job, deciding, 1);
        if (claimed === 0) break;
        done += claimed;
      } catch (error) {
        // What was done before counts; the next pass continues with the rest.
        if (isAccessChanged(error) && done > 0) break;
        if (isAccessChanged(error) || isPassing(error)) throw error;
        this.options.onWarning(`An item of the bulk job ${job.id} failed: ${String(error)}`);
        done += await this.putOff(job, deciding.rights);
      }
    }
    return done;
  }

  /** The next item, which failed: it is tried again later, and at last given up. */
  private putOff(job: BulkJobRecord, { organizationIds }: RightsNow): Promise<number> {
    return this.database.transaction('system', async (sql) => {
      const [item] = await sql.query<{ status: string }>(
        `update bulk_item i set attempts = i.attempts + 1, due_at = clock_timestamp() + make_interval(secs => $2::float8 * (i.attempts + 1)),
           status = case when i.attempts + 1 >= $3 then 'REFUSED' else i.status end,
           refusal = case when i.attempts + 1 >= $3 then $4::jsonb else i.refusal end
         where i.job_id = $1 and i.position = (
           select n.position from bulk_item n where n.job_id = $1 and n.status = 'PENDING'
             and ($5::uuid[] is null or n.organization_id = any ($5)) and (n.due_at is null or n.due_at <= clock_timestamp()) order by n.position limit 1 for update skip locked)
         returning i.status`,
        [
          ...[job.id, RETRY_SECONDS * this.options.pollScale, MAX_ATTEMPTS],
          ...[JSON.stringify(refuse('bulkItemFailed', null)), organizationIds],
        ],
      );
      if (item?.status !== 'REFUSED') return 0;
      await countSettled(sql, job, [0, 1, 0]);
      return 1;
    });
  }

  /**
   * Organizations that the starter sees no more since the job was started, or that nobody sees,
   * because they are being deleted.
   */
  private refuseUnseen(job: BulkJobRecord, { organizationIds }: RightsNow): Promise<number> {
    const deleted =
      'exists (select from organization_deletion d where d.organization_id = n.organization_id)';
    const which = organizationIds
      ? `(n.organization_id <> all ($4::uuid[]) or ${deleted})`
      : deleted;
    const refusal = refuse('bulkOrganizationUnseen', null);
    return this.settleRest(job, 'REFUSED', refusal, {
      which,
      values: organizationIds ? [organizationIds] : [],
    });
  }

  /** Everything that is left, where the job was canceled or its starter is gone. */
  private skipRest(job: BulkJobRecord, refusal: Refusal | null): Promise<number> {
    return this.settleRest(job, 'SKIPPED', refusal, { which: 'true', values: [] });
  }

  private settleRest(
    job: BulkJobRecord,
    status: 'REFUSED' | 'SKIPPED',
    refusal: Refusal | null,
    { which, values }: { which: string; values: unknown[] },
  ): Promise<number> {
    return this.database.transaction('system', async (sql) => {
      const { length } = await sql.query(
        `update bulk_item i set status = $2, refusal = $3
         where i.job_id = $1 and i.position = any (array(
           select n.position from bulk_item n where n.job_id = $1 and n.status = 'PENDING'
             and ${which} for update skip locked)) returning 1`,
        [job.id, status, refusal && JSON.stringify(refusal), ...values],
      );
      if (status === 'SKIPPED')
        await sql.query(
          `update bulk_job j set status = 'CANCELLED', ended_at = clock_timestamp() where j.id = $1 and j.status = 'RUNNING' returning ${ANNOUNCE}`,
          [job.id],
        );
      if (length > 0)
        await countSettled(sql, job, status === 'REFUSED' ? [0, length, 0] : [0, 0, length]);
      return length;
    });
  }
}

/** A job takes minutes, so each batch is a trace of its own that names the request. */
const spanOfBatch =
  ({ id, action, trace }: BulkJobRecord) =>
  (): SpanStart => ({
    kind: 'consumer',
    ...startOfCarried(trace),
    attributes: { 'keyway.bulk.action': action, 'keyway.bulk.job.id': globalId('BulkJob', id) },
  });

/** The starter, with the rights that their items are decided by. */
function askerOf(starter: string, { grants, makerGrants }: RightsNow): Asker {
  const [kind, id] = starter.split(':');
  return {
    kind: kind === 'MEMBER' ? 'MEMBER' : 'TOKEN',
    id: id!,
    grants,
    makerGrants,
    session: null,
  };
}

/** The database or the key that seals is away or busy: the next pass tries again. */
const isPassing = (error: unknown): boolean =>
  error instanceof ConnectorError ||
  error instanceof NewerVersion ||
  isConnectionLoss(error) ||
  isContention(error) ||
  isLockTimeout(error);
