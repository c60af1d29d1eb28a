/**
 * Thirty runs at every point between begun and done, to be driven to the end again from whatever a
 * backup knows of them. Imported by tests only.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '@keyway/core';
import type { SandboxCustomer } from '@keyway/testing';
import { expect } from 'vitest';
import {
  approve,
  completedOnAws,
  readyOnAws,
  requestApproval,
  submission,
  type AwsRun,
} from './awsRun.ts';
import { runOf } from './performedByTest.ts';
import {
  applyRunEvent,
  approved,
  begin,
  database,
  partner,
  postsOf,
  statusOf,
  store,
  submit,
  until,
  withWorkers,
} from './workerUnderTest.ts';

const EACH = 5;
export interface Azure {
  customer: SandboxCustomer;
  runId: string;
}
export interface Portfolio {
  /** By where they were when they were made. */
  waiting: Azure[];
  approved: Azure[];
  sending: Azure[];
  sent: Azure[];
  done: Azure[];
  aws: AwsRun[];
}

const isActive = (run: Run): boolean => statusOf(run, 'AEP', 'ACTIVATION') === 'DONE';
const several = <T>(make: () => Promise<T>, count = EACH): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, make));

const isSending = (run: Run): boolean => run.tracks.AEP.submission?.status === 'sending';

/** Nothing is sent for those that are `sending` until their effects are made due. */
export async function aPortfolio(): Promise<Portfolio> {
  return withWorkers(2, async () => {
    const begun = () => begin('happyPath');
    const given = async (): Promise<Azure> => {
      const one = await begun();
      await approved(one.customer, one.runId, 'AEP');
      return one;
    };
    const submitted = async (holds: (run: Run) => boolean): Promise<Azure> => {
      const one = await given();
      await submit(one.customer, one.runId);
      await until('submitted', one.runId, holds);
      return one;
    };
    const isSent = ({ tracks }: Run) => tracks.AEP.submission?.status === 'sent';
    const [waiting, ready, sent, done, aws, awsDone] = await Promise.all([
      several(begun),
      several(given, 2 * EACH),
      several(() => submitted(isSent)),
      several(() => submitted(isActive)),
      several(readyOnAws, 3),
      several(completedOnAws, 2),
    ]);
    const rest = ready.slice(EACH);
    await database.query(
      `create or replace function hold_sends() returns trigger language plpgsql as
       $$ begin if new.slot = 'submit' then new.due_at := now() + interval '1 day'; end if; return new; end $$`,
    );
    await database.query(
      'create trigger hold_sends before insert on effect for each row execute function hold_sends()',
    );
    for (const { customer, runId } of rest) {
      await submit(customer, runId);
      await until('about to send', runId, isSending);
    }
    await database.query('drop trigger hold_sends on effect');
    return {
      waiting,
      approved: ready.slice(0, EACH),
      sending: rest,
      sent,
      done,
      aws: [...aws, ...awsDone],
    };
  });
}

export const azureOf = ({ aws: _aws, ...azure }: Portfolio): Azure[] => Object.values(azure).flat();

/** People do what is left; a worker has to run. */
async function finishAzure({ customer, runId }: Azure): Promise<void> {
  const { approval, submission: before } = (await runOf(runId)).tracks.AEP;
  if (!before) {
    if (approval?.status !== 'approved') await approved(customer, runId, 'AEP');
    await submit(customer, runId);
  }
  await until('AEP active', runId, isActive);
}

async function finishAws(run: AwsRun): Promise<void> {
  const { tracks } = await runOf(run.runId);
  const { approval, steps } = tracks.AEP;
  if (approval === null) await requestApproval(run);
  if (approval === null || approval.status === 'requested') await approve(run);
  const isSubmitted = (one: Run) => statusOf(one, 'AEP', 'SUBMISSION') === 'DONE';
  if (steps.SUBMISSION?.status !== 'DONE') {
    await applyRunEvent(run.runId, 'stepAttested', submission(run));
    await until('submitted', run.runId, isSubmitted);
  }
  for (const step of ['ACTIVATION', 'CONFIRMATION'] as const)
    if (statusOf(await runOf(run.runId), 'AEP', step) !== 'DONE')
      await applyRunEvent(run.runId, 'stepAttested', { ...submission(run), step });
}

/** A connection to a primary that hangs answers never: it is left, and the next one is made. */
const LONGEST_HURRY_MILLISECONDS = 5_000;

const hurry = (): Promise<unknown> =>
  Promise.race([
    database
      .query(
        `update effect set due_at = now() where lease_token is null and due_at > now()
         and (slot <> 'submit' or due_at > now() + interval '10 minutes')`,
      )
      .catch(() => undefined),
    sleep(LONGEST_HURRY_MILLISECONDS),
  ]);

/** Everything to the end: what is due later is due now, again and again. */
export async function toTheEnd(portfolio: Portfolio): Promise<void> {
  const over = new AbortController();
  const hurrying = (async () => {
    while (!over.signal.aborted) {
      await hurry();
      await sleep(500);
    }
  })();
  try {
    await withWorkers(2, () =>
      Promise.all([...azureOf(portfolio).map(finishAzure), ...portfolio.aws.map(finishAws)]),
    );
  } finally {
    over.abort();
    await hurrying;
  }
}

/** Each customer has one configuration at Adobe, histories verify, and lists say what runs say. */
export async function expectRight(portfolio: Portfolio): Promise<void> {
  const runs = azureOf(portfolio);
  const posts = await Promise.all(
    runs.map(async ({ customer }) => (await postsOf(customer)).length),
  );
  expect(posts).toEqual(runs.map(() => 1));
  const all = [...runs.map(({ runId }) => runId), ...portfolio.aws.map(({ runId }) => runId)];
  for (const runId of all) {
    const { organization, tracks } = await runOf(runId);
    expect(tracks.AEP.steps.ACTIVATION?.status).toBe('DONE');
    expect(await partner.store.verifyHistory(organization.id)).toMatchObject({ ok: true });
  }
  expect(await partner.store.verifyHistory(null)).toMatchObject({ ok: true });
  const models = () =>
    Promise.all(
      ['select * from run order by id', 'select * from needed_action order by run_id, rank'].map(
        async (text) => JSON.stringify(await database.query(text)),
      ),
    );
  const before = await models();
  for await (const _rebuilt of store.system().rebuildAllReadModels());
  expect(await models()).toEqual(before);
}
