/**
 * What the migration of attested submissions makes of runs that the program before stored (plan
 * version 2).
 */
import { randomUUID } from 'node:crypto';
import { upcastRun } from '@keyway/core';
import { runsOfVersion2 as stored } from '@keyway/core/testing';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openStore } from '../openStore.ts';
import { migrate } from '../startup/migrate.ts';
import { readMigrations } from '../startup/readMigrations.ts';
import { projectionOf } from './runRow.ts';

let database: TestDatabase;
let client: pg.Client;
const name = `keyway_version2_${randomUUID().slice(0, 8)}`;
const partnerId = randomUUID();

beforeAll(async () => {
  database = await aDatabase();
  await database.query(`create database ${name} template template0`);
  const url = new URL(database.url);
  url.pathname = `/${name}`;
  const migrations = await readMigrations();
  await migrate(
    url.href,
    migrations.filter((migration) => migration.name < '0007'),
  );
  client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query('insert into partner values ($1, $2, now())', [partnerId, 'P']);
  for (const [key, run] of Object.entries(stored)) await insert(key, run);
  await migrate(url.href, migrations);
  await rebuild(url.href);
});
afterAll(async () => {
  await client.end();
  await database.query(`drop database ${name} with (force)`);
  await database.close();
});

/** As a worker does: later versions changed what lists say, such as the steps of a plan. */
async function rebuild(href: string): Promise<void> {
  const { dataDir } = database;
  const store = await openStore({ url: href, migrationUrl: href, dataDir });
  while ((await store.system().rebuildReadModels()) > 0);
  await store.close();
}

const organizations = new Map<string, string>();

async function insert(key: string, run: (typeof stored)[keyof typeof stored]): Promise<void> {
  const organizationId = randomUUID();
  const runId = randomUUID();
  organizations.set(key, organizationId);
  const { cloud, region, shield } = run.organization;
  await client.query(
    `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
     values ($1, $2, $3, $3, $4, $5, $6, $7, false, now())`,
    [organizationId, partnerId, key, `${key}@AdobeOrg`, cloud, region, shield],
  );
  const status = run.cancelled ? 'CANCELLED' : run.completedAt ? 'COMPLETED' : 'IN_PROGRESS';
  await client.query(
    `insert into run (id, partner_id, organization_id, plan_version, version, state, status, waiting_on, search_text, vault_uris, started_at, updated_at,
       standing, waiting_since) values ($1, $2, $3, 2, 1, $4, $5, '{PARTNER}', '', '{}', now(), now(), 'PARTNER|', now())`,
    [runId, partnerId, organizationId, JSON.stringify(run), status],
  );
  for (const [track, { steps }] of Object.entries(run.tracks))
    for (const [step, state] of Object.entries(
      steps as Record<string, { status: string; actor: string }>,
    ))
      await client.query(
        `insert into run_step (run_id, track, step, partner_id, organization_id, status, actor, since, cancelled) values ($1, $2, $3, $4, $5, $6, $7, now(), $8)`,
        [
          runId,
          track,
          step,
          partnerId,
          organizationId,
          state.status,
          state.actor,
          run.cancelled !== null,
        ],
      );
}

it('holds the configuration of every organization whose submission was attested or met one, and of no other', async () => {
  const { rows } = await client.query<{ organization_id: string; submission_id: string }>(
    'select organization_id, submission_id from configuration',
  );
  const held = [...organizations].flatMap(([key, id]) =>
    rows.filter((row) => row.organization_id === id).map((row) => `${key} ${row.submission_id}`),
  );
  expect(held.toSorted()).toEqual([
    'awsCancelledAfterSubmission attested',
    'awsCompleted attested',
    'awsSubmission attested',
    'azureAttested attested',
    'azureAttestedThenExpired attested',
    'azureAttestedThenThrownBack attested',
    'azureConflict submission-1',
  ]);
});

it.each(['awsNothing', 'awsKey', 'awsSubmission', 'awsCompleted'] as const)(
  '%s: lists and counts read what the state says',
  async (key) => {
    const { rows } = await client.query<{ standing: string }>(
      'select standing from run where organization_id = $1',
      [organizations.get(key)],
    );
    const steps = (key: string): string[] => key.split('|')[1]!.split(' ').toSorted();
    expect(steps(rows[0]!.standing)).toEqual(
      steps(projectionOf(upcastRun(stored[key])).portfolioKey),
    );
  },
);
