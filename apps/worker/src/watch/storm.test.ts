/**
 * A storm: a third of all calls fail, by every way in which clouds fail, and lists are empty that
 * are not. Nothing false is said of any key, at any time, and all is as before afterwards.
 */
import { MAX_WAIT_MILLISECONDS } from '@keyway/testing';
import { createAzureConnector } from '@keyway/connector-azure';
import { SandboxAgent } from '@keyway/connector-transport';
import type { Health, TrackId } from '@keyway/core';
import { STORM } from '@keyway/store/testing';
import { expect, it } from 'vitest';
import { Occupancy } from '../occupancy.ts';
import {
  database,
  dependencies,
  partner,
  sandbox,
  workerUnderTest,
} from '../testing/workerUnderTest.ts';
import { watchedCustomer, type WatchedCustomer } from '../testing/watchedCustomer.ts';
import { watchLoop } from './watchLoop.ts';

const EACH = 3;
/** Scaled: twenty minutes, twice as long as what is missing has to be missing. */
const STORM_MILLISECONDS = 12_000;
/** The fewest calls that are answered before the storm ends. */
const STORM_ANSWERS = 300;
const CALL_TIMEOUT_MILLISECONDS = 500;
/** Scaled: five minutes, with several observations of each. */
const EMPTY_MILLISECONDS = 3_000;
const EMPTY_LISTS = ['*/roleAssignments', '*/denyAssignments'].map((path) => ({
  ...{ chance: 1, path, status: 200, body: { value: [] } },
}));

/** What customers are moved to once they are watched, and the health that follows. */
const KINDS: readonly { scenario: string; health: Health }[] = [
  { scenario: 'happyPath', health: 'HEALTHY' },
  { scenario: 'noWrapKey', health: 'REVOKED' },
  { scenario: 'denyAssignment', health: 'REVOKED' },
  { scenario: 'roleMissing', health: 'REVOKED' },
  { scenario: 'firewallWithoutAdobe', health: 'CUT_OFF' },
];

const ARM = 'management.azure.com';
/** ARM finds no vault, while the vault itself answers. */
const noVault = ({ customer }: WatchedCustomer) => {
  const name = new URL(customer.keys.AEP).hostname.split('.')[0];
  return {
    chance: 0.3,
    host: ARM,
    path: `*/vaults/${name}`,
    status: 404,
    body: { error: { code: 'ResourceNotFound', message: 'As in a storm.' } },
  };
};

const healths = async (): Promise<Map<string, Health>> => {
  const rows = await database.query<{ id: string; health: Health }>(
    'select organization_id as id, health from watch',
  );
  return new Map(rows.map(({ id, health }) => [id, health]));
};

async function untilHealth(wanted: ReadonlyMap<string, Health>): Promise<void> {
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  for (;;) {
    const now = await healths();
    const wrong = [...wanted].filter(([id, health]) => now.get(id) !== health);
    if (wrong.length === 0) return;
    if (Date.now() > end) throw new Error(JSON.stringify(wrong.map(([id]) => now.get(id))));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

workerUnderTest();

it('says nothing false of any key, and all is as before afterwards', async () => {
  const customers: WatchedCustomer[] = [];
  for (let count = 0; count < EACH * KINDS.length; count += 1)
    customers.push(await watchedCustomer());
  const kindOf = (index: number) => KINDS[index % KINDS.length]!;
  const all = new Map<string, Health>(
    customers.map(({ organizationId }) => [organizationId, 'HEALTHY']),
  );
  const wanted = new Map(
    customers.map(({ organizationId }, index) => [organizationId, kindOf(index).health]),
  );
  const agent = new SandboxAgent({ host: sandbox.host, port: sandbox.port, ca: sandbox.ca });
  const azure = createAzureConnector({
    agent,
    timeoutMs: CALL_TIMEOUT_MILLISECONDS,
    retry: { firstDelayMs: 5, maxRetryAfterSeconds: 1 },
  });
  const shutdown = new AbortController();
  const loops = [0, 1].map(() =>
    watchLoop({ ...dependencies(), azure }, new Occupancy(4), shutdown.signal),
  );
  try {
    await untilHealth(all);
    for (const [index, { customer }] of customers.entries()) {
      const { scenario } = kindOf(index);
      const { imsOrgId } = customer;
      if (scenario !== 'happyPath')
        await sandbox.control('POST', '/scenario', { scenario, imsOrgId });
    }
    await untilHealth(wanted);
    const [{ last }] = (await database.query<{ last: Date }>('select now() as last')) as [
      { last: Date },
    ];
    const saysNothingFalse = async (milliseconds: number): Promise<void> => {
      const end = Date.now() + milliseconds;
      while (Date.now() < end) {
        for (const [id, health] of await healths())
          expect([wanted.get(id), 'UNREACHABLE']).toContain(health);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    };
    // The same fault several times in a row: nothing else fails, and no list holds anything.
    await sandbox.control('POST', '/faults', EMPTY_LISTS);
    await saysNothingFalse(EMPTY_MILLISECONDS);
    await sandbox.control('DELETE', '/faults');
    await saysNothingFalse(EMPTY_MILLISECONDS);
    const before = await sandbox.control<{ answered: number; spoiled: number }>('GET', '/calls');
    await sandbox.control('POST', '/faults', [...customers.map(noVault), ...STORM]);

    // As long as it takes on a slow machine to be answered often enough.
    let after = before;
    do {
      await saysNothingFalse(STORM_MILLISECONDS);
      after = await sandbox.control<typeof before>('GET', '/calls');
    } while (after.answered - before.answered <= STORM_ANSWERS);
    await sandbox.control('DELETE', '/faults');
    await untilHealth(wanted);

    const calls = {
      spoiled: after.spoiled - before.spoiled,
      answered: after.answered - before.answered,
    };
    expect(calls.spoiled / (calls.spoiled + calls.answered)).toBeGreaterThan(0.25);
    // Nothing false was there between two of these reads either.
    const entries = await database.query<{
      id: string;
      kind: string;
      data: { track: TrackId; to?: Health; health?: Health };
    }>(
      `select organization_id as id, kind, data from history_entry
       where at > $1 and kind in ('healthChanged', 'alertOpened', 'alertResolved')`,
      [last],
    );
    for (const { id, kind, data } of entries) {
      const health = data.track === 'AEP' ? wanted.get(id) : 'HEALTHY';
      if (kind === 'healthChanged') expect([health, 'UNREACHABLE']).toContain(data.to);
      else expect(data.health).toBe('UNREACHABLE');
    }
    for (const { organizationId } of customers)
      expect(await partner.store.verifyHistory(organizationId)).toMatchObject({ ok: true });
  } finally {
    await sandbox.control('DELETE', '/faults');
    shutdown.abort();
    await Promise.all(loops);
  }
});
