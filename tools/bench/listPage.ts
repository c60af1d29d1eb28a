/**
 * What a page of fifty costs among a thousand and among a hundred thousand runs, beside OFFSET and
 * count(*). `RUNS` adds a larger partner, such as 1000000.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTION_NAMES } from '@keyway/core';
import { openDatabase } from '@keyway/postgres';
import { openStore, type Page, type PartnerStore } from '@keyway/store';
import pg from 'pg';
import type { Figure } from './figure.ts';
import { median, quantile } from './quantile.ts';
import { report } from './report.ts';
import { addRuns, makePartner, makeTemplates } from './seedPartner.ts';

const SIZES = [1_000, 100_000, ...(process.env['RUNS'] ? [Number(process.env['RUNS'])] : [])];
const STEPS_UP_TO = 100_000;
const FIRST = 50;
const SAMPLES = 150;
const GOAL = { milliseconds: 25, growth: 1.5 };

/** A partner of one size: what is asked of it, each with a cursor in the middle of the list. */
interface Subject {
  size: number;
  partner: PartnerStore;
  partnerId: string;
  middle: Record<'runs' | 'organizations' | 'history', string>;
}

/** The lists as the api asks for them: a page and its count. */
const LISTS: Record<string, (of: Subject) => Promise<unknown>> = {
  'runs, first page with count': ({ partner }) =>
    Promise.all([partner.runs({ first: FIRST }), partner.countRuns()]),
  'runs, a page in the middle': ({ partner, middle }) =>
    partner.runs({ first: FIRST, after: middle.runs }),
  'organizations, first page with count': ({ partner }) =>
    Promise.all([partner.organizations({ first: FIRST }), partner.countOrganizations()]),
  'organizations, a page in the middle': ({ partner, middle }) =>
    partner.organizations({ first: FIRST, after: middle.organizations }),
  'history, first page': ({ partner }) => partner.history({ first: FIRST }),
  'history, a page in the middle': ({ partner, middle }) =>
    partner.history({ first: FIRST, after: middle.history }),
};

/** Other questions of the pages of the console, for information. */
const MORE: Record<string, (of: Subject) => Promise<unknown>> = {
  'blocked runs': ({ partner }) => partner.runs({ first: FIRST }, { status: ['BLOCKED'] }),
  'tasks of an owner': ({ partner }) =>
    partner.neededActions(
      { mutations: ACTION_NAMES, principal: 'member:bench', now: new Date().toISOString() },
      20,
    ),
  'runs stuck for an hour': ({ partner }) =>
    partner.runs({ first: FIRST }, { stuckSince: new Date(Date.now() - 3_600_000).toISOString() }),
  'organizations with a blocked run': ({ partner }) =>
    partner.organizations({ first: FIRST }, { runStatus: ['BLOCKED'] }),
  'history of a rare kind': ({ partner }) =>
    partner.history({ first: FIRST }, { kind: ['apiTokenRevoked'] }),
  'search for what is not there': ({ partner }) => partner.search('no such customer', 20),
  portfolio: ({ partner }) => Promise.all([partner.portfolio(), partner.portfolioOrganizations()]),
};

/** The usual way, past policies and filters: the page by its number, and all rows counted. */
async function usual(pool: pg.Pool, { partnerId, size }: Subject): Promise<void> {
  await Promise.all([
    pool.query(
      `select * from run where partner_id = $1 order by started_at desc, id desc limit ${FIRST} offset ${size / 2}`,
      [partnerId],
    ),
    pool.query('select count(*) from run where partner_id = $1', [partnerId]),
  ]);
}

async function subject(partner: PartnerStore, size: number): Promise<Subject> {
  const { edges } = await partner.organizations(
    { first: 1 },
    { text: `customer ${Math.round(size / 2)}` },
  );
  const half = edges[0]!;
  const last = async <T>(page: Promise<Page<T>>): Promise<string> => (await page).edges[0]!.cursor;
  const middle = {
    organizations: half.cursor,
    runs: await last(partner.runs({ first: 1 }, { organizationIds: [half.node.id] })),
    history: await last(partner.history({ first: 1 }, { organizationId: half.node.id })),
  };
  return { size, partner, partnerId: partner.scope.partnerId, middle };
}

/**
 * Milliseconds of each, the subjects taking turns, so that a busy moment of the machine falls on
 * all alike.
 */
async function measure(
  subjects: readonly Subject[],
  ask: (of: Subject) => Promise<unknown>,
  samples: number,
): Promise<number[][]> {
  const took = subjects.map((): number[] => []);
  for (let round = -10; round < samples; round += 1) {
    for (const [index, one] of subjects.entries()) {
      const begun = performance.now();
      await ask(one);
      // The first rounds warm up.
      if (round >= 0) took[index]!.push(performance.now() - begun);
    }
  }
  return took;
}

const thousands = (size: number): string => size.toLocaleString('en-US');

async function figures(pool: pg.Pool, subjects: readonly Subject[]): Promise<Figure[]> {
  const found: Figure[] = [];
  const [small, , large] = subjects;
  const others = await measure(subjects, (of) => usual(pool, of), SAMPLES / 5);
  for (const [what, ask] of Object.entries(LISTS)) {
    const took = await measure(subjects, ask, SAMPLES);
    const peer = { name: 'OFFSET and count(*)', measured: quantile(others[1]!, 0.99) };
    found.push({
      what: `${what}, ${thousands(subjects[1]!.size)}, p99`,
      unit: 'ms',
      measured: quantile(took[1]!, 0.99),
      goal: { atMost: GOAL.milliseconds },
      ...(what === 'runs, a page in the middle' ? { peer } : {}),
    });
    for (const [index, { size }] of subjects.entries()) {
      if (index === 0) continue;
      const grown = { name: `among ${thousands(small!.size)}`, measured: median(took[0]!) };
      const goal =
        size === (large ?? subjects[1]!).size
          ? { goal: { atMost: GOAL.growth, of: 'ratio' as const } }
          : {};
      found.push({
        what: `${what}, ${thousands(size)}, median`,
        unit: 'ms',
        measured: median(took[index]!),
        peer: grown,
        ...goal,
      });
    }
  }
  for (const [what, ask] of Object.entries(MORE)) {
    const took = await measure(subjects.slice(0, 2), ask, SAMPLES / 5);
    const peer = { name: `among ${thousands(small!.size)}`, measured: median(took[0]!) };
    found.push({
      what: `${what}, ${thousands(subjects[1]!.size)}, median`,
      unit: 'ms',
      measured: median(took[1]!),
      peer,
    });
  }
  return found;
}

const dataDir = mkdtempSync(join(tmpdir(), 'keyway-bench-list-'));
const database = await openDatabase({
  dataDir,
  settings: { synchronous_commit: 'off', max_wal_size: '4GB', checkpoint_timeout: '30min' },
});
const pool = new pg.Pool({ connectionString: database.migrationUrl, max: 4 });
const store = await openStore({ url: database.url, migrationUrl: database.migrationUrl, dataDir });
try {
  const templates = await makeTemplates(pool, store);
  const scopes = [];
  for (const count of SIZES) {
    const scope = await makePartner(pool, thousands(count));
    await addRuns(pool, store, scope, templates, {
      count,
      historyEach: count > STEPS_UP_TO ? 1 : 3,
      steps: count <= STEPS_UP_TO,
    });
    scopes.push(scope);
  }
  await pool.query('vacuum analyze');
  const subjects = await Promise.all(
    scopes.map((scope, index) => subject(store.forPartner(scope), SIZES[index]!)),
  );
  report('listPage', await figures(pool, subjects), {
    sizes: SIZES.map(thousands).join(' and '),
    rows: FIRST,
    samples: SAMPLES,
  });
} finally {
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
