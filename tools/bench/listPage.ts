/**
 * What lists, filters, counts and searches cost among 1,000, 100,000 and a million runs of a
 * partner, beside a thousand other partners. `SIZES` names other sizes, such as `1000,20000`.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ACTION_NAMES, type ActionName } from '@keyway/core';
import { openDatabase } from '@keyway/postgres';
import { openStore, type Page, type PartnerStore } from '@keyway/store';
import pg from 'pg';
import type { Figure } from './figure.ts';
import { median, quantile } from './quantile.ts';
import { report, type Growth } from './report.ts';
import {
  addOtherPartners,
  copyRuns,
  findAndCount,
  makePartner,
  makeTemplates,
  storeWhole,
  withoutIndexes,
} from './seedPartner.ts';

const SIZES = (process.env['SIZES'] ?? '1000,100000,1000000').split(',').map(Number);
/** Larger partners have runs without states. */
const STATES_UP_TO = 1_000;
const OTHERS = { partners: 1_000, runsEach: 20 };
const FIRST = 50;
const SAMPLES = 100;
const GOAL = { milliseconds: 25, growth: 1.5, tasks: 15 };

/** A partner of one size: what is asked of it, each with a cursor in the middle of the list. */
interface Subject {
  size: number;
  partner: PartnerStore;
  partnerId: string;
  middle: Record<'runs' | 'organizations' | 'history', string>;
}
type Ask = (of: Subject) => Promise<unknown>;

/** The lists as the api asks for them: a page and its count. */
const LISTS: Record<string, Ask> = {
  'runs, first page with count': ({ partner }) =>
    Promise.all([partner.runSummaries({ first: FIRST }), partner.countRuns()]),
  'runs, a page in the middle': ({ partner, middle }) =>
    partner.runSummaries({ first: FIRST, after: middle.runs }),
  'organizations, first page with count': ({ partner }) =>
    Promise.all([partner.organizations({ first: FIRST }), partner.countOrganizations()]),
  'organizations, a page in the middle': ({ partner, middle }) =>
    partner.organizations({ first: FIRST, after: middle.organizations }),
  'history, first page': ({ partner }) => partner.history({ first: FIRST }),
  'history, a page in the middle': ({ partner, middle }) =>
    partner.history({ first: FIRST, after: middle.history }),
};

const runs =
  (filter: Parameters<PartnerStore['countRuns']>[0]): Ask =>
  ({ partner }) =>
    Promise.all([partner.runSummaries({ first: FIRST }, filter), partner.countRuns(filter)]);
const organizations =
  (filter: Parameters<PartnerStore['countOrganizations']>[0]): Ask =>
  ({ partner }) =>
    Promise.all([
      partner.organizations({ first: FIRST }, filter),
      partner.countOrganizations(filter),
    ]);
const search =
  (text: string | ((of: Subject) => string)): Ask =>
  (of) =>
    of.partner.search(typeof text === 'string' ? text : text(of), 20);
const tasks =
  (mutations: readonly ActionName[]): Ask =>
  ({ partner }) =>
    partner.neededActions(
      { mutations, principal: 'member:bench', now: new Date().toISOString() },
      { first: 20 },
    );
const longAgo = (): string => new Date(Date.now() - 365 * 86_400_000).toISOString();

/** Filters and searches, each a page and its count, that match little, nothing or most. */
const FILTERS: Record<string, Ask> = {
  'runs, blocked': runs({ status: ['BLOCKED'] }),
  'runs, status of none': runs({ status: ['FAILED'] }),
  'runs, waiting on Adobe': runs({ waitingOn: ['ADOBE'] }),
  'runs, waiting on nobody of': runs({ waitingOn: ['ENTRA_ADMIN'] }),
  'runs, a step that failed': runs({ stepStatus: ['FAILED'] }),
  'runs, a step that none has': runs({ step: 'ENTITLEMENT', stepStatus: ['LOCKED'] }),
  'runs, stuck for a year': runs({ stuckSince: longAgo() }),
  'runs, a text that is not there': runs({ text: 'no such customer' }),
  'runs, one vault': (of) => runs({ text: `n${of.size}-` })(of),
  'organizations, blocked': organizations({ runStatus: ['BLOCKED'] }),
  'organizations, run of none': organizations({ runStatus: ['FAILED'] }),
  'organizations, cloud of none': organizations({ cloud: 'AWS' }),
  'organizations, a text that is not there': organizations({ text: 'no such customer' }),
  'organizations, one': (of) => organizations({ text: `customer ${of.size}` })(of),
  'organizations, a text that all have': organizations({ text: 'customer' }),
  'search, not there': search('no such customer'),
  'search, not there, of parts that are': search('customer 99999999'),
  'search, one': search(({ size }) => `customer ${size}`),
  'search, one vault': search(({ size }) => `://n${size}-`),
  'search, one of a hundred': search('customer 77'),
  'search, all': search('customer'),
  'search, two characters': search('77'),
  'search, one character, not there': search('q'),
  'history, an actor who did nothing': ({ partner }) =>
    partner.history({ first: FIRST }, { actor: 'Nobody' }),
  'history, an actor who did all': ({ partner }) =>
    partner.history({ first: FIRST }, { actor: 'bench' }),
  'history, a rare kind': ({ partner }) =>
    partner.history({ first: FIRST }, { kind: ['apiTokenRevoked'] }),
};
const COUNTS: Record<string, Ask> = {
  'tasks of an owner': tasks(ACTION_NAMES),
  'tasks of an approver': tasks(['approve']),
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
    runs: await last(partner.runSummaries({ first: 1 }, { organizationIds: [half.node.id] })),
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

/** Medians by size, and the largest beside the smallest. */
function grown(what: string, subjects: readonly Subject[], took: number[][]): Figure & Growth {
  const points = subjects.map(({ size }, index) => ({ size, measured: median(took[index]!) }));
  const [small, large] = [points[0]!, points.at(-1)!];
  return {
    what: `${what}, ${thousands(large.size)}, median`,
    unit: 'ms',
    measured: large.measured,
    peer: { name: `among ${thousands(small.size)}`, measured: small.measured },
    points,
  };
}

async function measured(
  pool: pg.Pool,
  subjects: readonly Subject[],
): Promise<{ figures: Figure[]; growth: Growth[] }> {
  const figures: Figure[] = [];
  const growth: Growth[] = [];
  const add = ({ points, ...figure }: Figure & Growth, goal: Figure['goal']): void => {
    growth.push({ what: figure.what.replace(/, [\d,]+, median$/, ''), points });
    figures.push({ ...figure, ...(goal && { goal }) });
  };
  const others = await measure(subjects, (of) => usual(pool, of), SAMPLES / 10);
  for (const [what, ask] of Object.entries(LISTS)) {
    const took = await measure(subjects, ask, SAMPLES);
    const middle = subjects[1]!;
    const peer = { name: 'OFFSET and count(*)', measured: quantile(others[1]!, 0.99) };
    figures.push({
      what: `${what}, ${thousands(middle.size)}, p99`,
      unit: 'ms',
      measured: quantile(took[1]!, 0.99),
      goal: { atMost: GOAL.milliseconds },
      ...(what === 'runs, a page in the middle' ? { peer } : {}),
    });
    add(grown(what, subjects, took), { atMost: GOAL.growth, of: 'ratio' });
  }
  for (const [asked, atMost] of [
    [FILTERS, GOAL.milliseconds],
    [COUNTS, GOAL.tasks],
  ] as const)
    for (const [what, ask] of Object.entries(asked))
      add(grown(what, subjects, await measure(subjects, ask, SAMPLES / 5)), { atMost });
  return { figures, growth };
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
  await storeWhole(pool, store, templates);
  const scopes = await Promise.all(SIZES.map((count) => makePartner(pool, thousands(count))));
  const each = { historyEach: 1, steps: true };
  await withoutIndexes(pool, async () => {
    for (const [index, count] of SIZES.entries()) {
      const states = count <= STATES_UP_TO;
      await copyRuns(pool, templates, `'${scopes[index]!.partnerId}'::uuid`, {
        ...{ ...each, count, states },
      });
    }
    const { partners, runsEach: count } = OTHERS;
    await addOtherPartners(pool, templates, partners, { ...each, count, states: false });
    await findAndCount(pool);
  });
  await pool.query('vacuum analyze');
  const subjects = await Promise.all(
    scopes.map((scope, index) => subject(store.forPartner(scope), SIZES[index]!)),
  );
  const { figures, growth } = await measured(pool, subjects);
  const conditions = {
    sizes: SIZES.map(thousands).join(', '),
    ...{ otherPartners: OTHERS.partners, runsOfEach: OTHERS.runsEach },
    ...{ rows: FIRST, samples: SAMPLES, states: `of runs up to ${thousands(STATES_UP_TO)}` },
  };
  report('listPage', figures, conditions, growth);
} finally {
  await store.close();
  await pool.end();
  await database.close();
  rmSync(dataDir, { recursive: true, force: true });
}
