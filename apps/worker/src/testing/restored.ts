/** What is expected of a database that comes from a backup. Imported by tests only. */
import type { AdobePort } from '@keyway/core';
import { aMember } from '@keyway/testing';
import { expect } from 'vitest';
import { announceEras } from '../announceEras.ts';
import { azureOf, expectRight, toTheEnd, type Azure, type Portfolio } from './portfolio.ts';
import { claim, perform, runOf } from './performedByTest.ts';
import type { PostgresServer } from '@keyway/testing';
import {
  approved,
  begin,
  database,
  dependencies,
  partner,
  postsOf,
  store,
  submit,
  until,
  withWorkers,
} from './workerUnderTest.ts';

/** Somebody is signed in; answers the session's token. */
export async function signedIn(): Promise<string> {
  const { id } = await aMember(store, partner.partnerId);
  const limits = { idleSeconds: 3600, longestSeconds: 86_400 };
  return (await store.system().createSession(id, limits)).token;
}

export const nameOfDatabase = (): string => new URL(database.url).pathname.slice(1);

/** The backup on this server is a day old, before anybody connects to it. */
export const aDayLater = (server: PostgresServer): Promise<unknown> =>
  server.query(
    `update database_era set beat_at = beat_at - interval '1 day', began_at = began_at - interval '1 day'`,
    [],
    nameOfDatabase(),
  );

/** Nothing was sent for it before the backup. */
export const begunBefore = (): Promise<Azure> => begin('happyPath');

/** What the backup does not know: it was approved and sent. */
export async function sentAfter({ customer, runId }: Azure): Promise<void> {
  await withWorkers(1, async () => {
    await approved(customer, runId, 'AEP');
    await submit(customer, runId);
    await until('sent', runId, (run) => run.tracks.AEP.submission?.status === 'sent');
  });
  expect(await postsOf(customer)).toHaveLength(1);
}

/** Adobe has a configuration with another key than the run: a clear state, and nothing is sent. */
export async function refusesOtherKey({ customer, runId }: Azure): Promise<void> {
  await withWorkers(1, () => approved(customer, runId, 'AEP'));
  await submit(customer, runId);
  await perform(await claim(runId, 'reread:AEP'));
  const { adobe } = dependencies();
  const readConfiguration: AdobePort['readConfiguration'] = async (...given) => ({
    ...(await adobe.readConfiguration(...given)),
    keyVaultKeyIdentifier: customer.keys.CJA,
  });
  await perform(await claim(runId, 'submit'), { adobe: { ...adobe, readConfiguration } });
  const { submission, steps } = (await runOf(runId)).tracks.AEP;
  expect(submission).toMatchObject({ status: 'failed', sends: 0, outcome: 'exists' });
  expect(steps.SUBMISSION?.failure).toMatchObject({ code: 'otherKey' });
  expect(await postsOf(customer)).toHaveLength(1);
}

/** What the backup knows is continued, and nothing is sent twice. */
export async function expectResumed(portfolio: Portfolio, session: string): Promise<void> {
  await store.eras.beat();
  const causes = await database.query<{ cause: string }>(
    'select cause from database_era order by number desc limit 1',
  );
  expect(causes).toEqual([{ cause: 'RESTORED' }]);
  expect(await store.system().authenticateSession(session)).toBeNull();
  const { runId } = portfolio.sending[0]!;
  expect((await runOf(runId)).tracks.AEP.submission).toMatchObject({ status: 'sending', sends: 0 });
  await announceEras(dependencies(), new AbortController().signal);
  await toTheEnd(portfolio);
  await expectRight(portfolio);
  // Each organization, one that was attacked, and the partner.
  const chains = azureOf(portfolio).length + portfolio.aws.length + 2;
  const [said] = await database.query<{ entries: number; chains: number }>(
    `select count(*)::int as entries, count(distinct chain_id)::int as chains from history_entry where kind = 'databaseRestored'`,
  );
  expect(said).toEqual({ entries: chains, chains });
}
