/**
 * Finds runs whose effect is missing (deleted by an error or manually) and requests it again.
 * Without this their work would never be done.
 */
import { ofPartner } from '../database/ofPartner.ts';
import { randomUUID } from 'node:crypto';
import { expectedEffects, type EventActor } from '@keyway/core';
import { advanceRun } from '../runs/advanceRun.ts';
import { LOCK_BY_RUN } from '../runs/advanceStatements.ts';
import { runColumns, runOf, type RunRow } from '../runs/runRow.ts';
import { UnknownCommit, type Database, type Transaction } from '../database/database.ts';
import type { ResumedWork } from './claimedEffect.ts';
import { withRetry } from '../database/retry.ts';

/** About a quarter of a second of reading in a partner of 100,000 runs. */
const RUNS_A_PASS = 2500;
/** Suspected runs that are read in full; the next pass continues after them. */
const SUSPECTS_A_PASS = 300;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** No effect under one of these job keys waits for the run of the row `run`. */
const none = (run: string, ...jobKeys: string[]): string =>
  `not exists (select 1 from effect e where e.run_id = ${run}.id and e.partner_id = ${run}.partner_id and e.slot in (${jobKeys.join()}))`;
const OBSERVE = `'observe:' || s.track || ':' || s.step`;
const ASSIGN = `'assign:' || s.track`;
/** The steps of the run `p`, from its portfolio key: those with nothing to do have no rows. */
const STEPS = `(select split_part(one, '/', 1) as track, split_part(one, '/', 2) as step, split_part(one, '/', 3) as status
          from unnest(string_to_array(split_part(p.standing, '|', 2), ' ')) as one)`;
/**
 * The track of the step `s` is past its point of no return, or about to be: nothing before is read
 * any more.
 */
const PAST_POINT_OF_NO_RETURN = `p.standing ~ (s.track || '/(SUBMISSION|TICKET)/(WORKING|DONE|FAILED)')`;

const SUSPECTS = {
  name: 'lost_work_suspects',
  text: `
    with part as materialized (
      select r.id, r.partner_id, r.standing from run r where r.id > $1 and r.status not in ('COMPLETED', 'CANCELLED') order by r.id limit ${RUNS_A_PASS}
    ), open as materialized (
      select p.id from part p where exists (
        select 1 from ${STEPS} as s
        where s.status not in ('LOCKED', 'NOT_APPLICABLE', 'FAILED') and case
          when s.step = 'ACTIVATION' then s.status <> 'DONE' and ${none('p', `'poll'`)}
          when s.step = 'APPROVAL' then s.status = 'DONE' and ${none('p', `'expire:' || s.track`)} and not ${PAST_POINT_OF_NO_RETURN}
          when s.step in ('VAULT', 'NETWORK', 'KEY', 'APP_REGISTRATION', 'CONSENT', 'ROLE') then ${none('p', OBSERVE, ASSIGN)} and not ${PAST_POINT_OF_NO_RETURN}
          else false end
      ) order by p.id limit ${SUSPECTS_A_PASS}
    ), working as materialized (
      select distinct s.id from (select run_id as id, w.* from run_step w) s
      where s.status = 'WORKING' and not s.cancelled and case s.step
        when 'SUBMISSION' then ${none('s', `'submit'`, `'reread:AEP'`)}
        else ${none('s', OBSERVE, ASSIGN)} end
      limit ${SUSPECTS_A_PASS}
    )
    select array(select id from working union select id from open) as suspects,
      case when (select count(*) from open) = ${SUSPECTS_A_PASS} then (select id from open order by id desc limit 1)
        when (select count(*) from part) = ${RUNS_A_PASS} then (select id from part order by id desc limit 1) end as last`,
};

/** A run and the job keys of its effects. */
const READ = `select ${runColumns('r')}, array(select e.slot from effect e where e.run_id = r.id and e.partner_id = r.partner_id) as "jobKeys" from run r`;

interface WorkRow extends RunRow {
  jobKeys: string[];
}

const missingOf = ({ jobKeys, ...row }: WorkRow): string[] =>
  expectedEffects(runOf(row))
    .map(({ jobKey }) => jobKey)
    .filter((jobKey) => !jobKeys.includes(jobKey));

/**
 * A pass reads all steps that Keyway works on now, which have an index of their own, and the next
 * few thousand open runs in the order of their IDs. So a large portfolio takes minutes, and no pass
 * takes long. SQL only suspects: the core decides what is missing, from the run under its lock.
 */
export class LostWork {
  private readonly options: { database: Database; pollScale: number };
  /** Where the last pass ended. */
  private after = BEFORE_ALL;

  constructor(options: { database: Database; pollScale: number }) {
    this.options = options;
  }

  /** One pass; returns what was requested again. */
  async resume(actor: EventActor): Promise<ResumedWork[]> {
    const { database } = this.options;
    const [found] = await database.read<{ suspects: string[]; last: string | null }>(SUSPECTS, [
      this.after,
    ]);
    this.after = found?.last ?? BEFORE_ALL;
    if (!found || found.suspects.length === 0) return [];
    const rows = await database.read<WorkRow>(`${READ} where r.id = any ($1) order by r.id`, [
      found.suspects,
    ]);
    const resumed: ResumedWork[] = [];
    for (const row of rows) {
      // A run that cannot be read or written does not stop the pass.
      try {
        const missing = missingOf(row).length === 0 ? [] : await this.resumeRun(row, actor);
        if (missing.length > 0) resumed.push({ runId: row.id, missing });
      } catch (failure) {
        resumed.push({ runId: row.id, missing: [], failure });
      }
    }
    return resumed;
  }

  /** Of two callers at once, the second finds nothing missing. */
  private resumeRun(
    { id: runId, partnerId }: Pick<WorkRow, 'id' | 'partnerId'>,
    actor: EventActor,
  ): Promise<string[]> {
    const { database, pollScale } = this.options;
    const work = async (transaction: Transaction): Promise<string[]> => {
      transaction.enter(runId);
      await transaction.query(LOCK_BY_RUN, [runId, partnerId]);
      const [row] = await transaction.query<WorkRow>(
        `${READ} where r.id = $1 and ${ofPartner('r.partner_id', '$2')}`,
        [runId, partnerId],
      );
      const missing = row ? missingOf(row) : [];
      if (missing.length === 0) return [];
      const event = {
        id: randomUUID(),
        at: database.clock.now().toISOString(),
        actor,
        kind: 'workResumed',
        data: { missing },
      } as const;
      const outcome = await advanceRun(transaction, { runId, partnerId }, event, { pollScale });
      return 'run' in outcome && outcome.applied ? missing : [];
    };
    return withRetry(
      () => database.transaction('system', work),
      (error) => error instanceof UnknownCommit,
    );
  }
}
