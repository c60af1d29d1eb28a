/**
 * Speed of the pure core by kind of event, beside XState's `transition()` over the same set-up. Per
 * second of CPU, so that a busy machine slows both alike.
 */
import { transition, WORKER, type Run, type RunEvent } from '@keyway/core';
import { DrivenRun, goodFacts } from '@keyway/core/testing';
import type { Figure } from './figure.ts';
import { median } from './quantile.ts';
import { report } from './report.ts';
import {
  advanceChart,
  advanceRow,
  chartEvent,
  isChartDone,
  newChart,
  newRow,
  type ChartState,
} from './setUpChart.ts';

const ROUNDS = 9;
/** Of XState's rate over the same set-up. */
const GOAL = { atLeast: 10, of: 'ratio' } as const;
const PER_ROUND_MILLISECONDS = 120;

/** As events and runs come from the store: parsed JSON, shared with nobody. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

function applied(run: Run | null, event: RunEvent): Run {
  const outcome = transition(run, event);
  if ('refusal' in outcome) throw new Error(`${event.kind}: ${outcome.refusal.reason}`);
  return outcome.run;
}
const runAfter = (events: readonly RunEvent[]): Run => events.reduce<Run | null>(applied, null)!;
const chartAfter = (events: readonly RunEvent[]): ChartState =>
  events.map(chartEvent).reduce((state, event) => advanceChart(state, event), newChart());

/** One event met by a run that is so far. */
interface Case {
  what: string;
  before: RunEvent[];
  event: RunEvent;
}

/** The last event that `act` causes, and all before it. */
function lastOf(what: string, driven: DrivenRun, act: (driven: DrivenRun) => unknown): Case {
  act(driven);
  return { what, before: stored(driven.events.slice(0, -1)), event: stored(driven.events.at(-1)!) };
}

/** An observation of these facts; it need not change the run. */
function observed(what: string, driven: DrivenRun, facts: ReturnType<typeof goodFacts>): Case {
  const data = { track: 'AEP' as const, facts, attempt: 0, waitingSince: driven.now, timeScale: 1 };
  const event: RunEvent = {
    id: 'observation',
    at: driven.now,
    actor: WORKER,
    kind: 'factsObserved',
    data,
  };
  return { what, before: stored(driven.events), event: stored(event) };
}

function withoutPurgeProtection(): ReturnType<typeof goodFacts> {
  const facts = goodFacts('AEP', 'VAULT');
  if (facts.step !== 'VAULT' || facts.vault.outcome !== 'seen')
    throw new Error('the good vault is not there');
  return {
    ...facts,
    vault: { ...facts.vault, value: { ...facts.vault.value, enablePurgeProtection: false } },
  };
}

/** A poll's answer; `status` as Adobe says it. */
function poll(what: string, status: string): Case {
  const driven = new DrivenRun().prepare().approve('AEP').submit().accepted().reported('RUNNING');
  const answer = { id: 'job-1', status, keyVaultKeyIdentifier: null, imsOrgId: null };
  const data = {
    submissionId: 'submission-1',
    answer,
    failure: null,
    attempt: 0,
    pollingSince: driven.now,
    timeScale: 1,
  };
  const event: RunEvent = {
    id: 'poll',
    at: driven.now,
    actor: WORKER,
    kind: 'configurationObserved',
    data,
  };
  return { what, before: stored(driven.events), event: stored(event) };
}

const CASES: Case[] = [
  lastOf('attested', new DrivenRun(), (run) =>
    run.must('stepAttested', {
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 'Contract seen',
      reference: 'C-1',
    }),
  ),
  observed('observed, nothing new', new DrivenRun().prepare(), goodFacts('AEP', 'VAULT')),
  observed('observed, a step falls back', new DrivenRun().prepare(), withoutPurgeProtection()),
  observed(
    'observed, an approval becomes void',
    new DrivenRun().prepare().approve('AEP'),
    withoutPurgeProtection(),
  ),
  lastOf('approval asked for', new DrivenRun().prepare(), (run) =>
    run.must('approvalRequested', { track: 'AEP', principal: 'member:operator' }),
  ),
  lastOf('approved', new DrivenRun().prepare(), (run) => run.approve('AEP')),
  poll('polled, nothing new', 'RUNNING'),
  poll('polled, new status', 'UPDATE_EXISTING_RESOURCES'),
];

/** Times a second of CPU that `work` is done; it says how often it did it. */
function rate(work: () => number): number {
  const begun = process.cpuUsage();
  const end = performance.now() + PER_ROUND_MILLISECONDS;
  let count = 0;
  while (performance.now() < end) for (let times = 0; times < 10; times += 1) count += work();
  const { user, system } = process.cpuUsage(begun);
  return (count / (user + system)) * 1e6;
}

function measured({ before, event }: Case): [() => number, () => number] {
  const [run, chart, chartedEvent] = [
    stored(runAfter(before)),
    chartAfter(before),
    chartEvent(event),
  ];
  return [() => (transition(run, event), 1), () => (advanceChart(chart, chartedEvent), 1)];
}

function mainJob(): [() => number, () => number] {
  const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
  driven
    .reported('RUNNING')
    .reported('UPDATE_EXISTING_RESOURCES')
    .reported('COMPLETED')
    .approve('CJA')
    .observe()
    .confirmCja();
  const events = stored(driven.events);
  if (runAfter(events).completedAt === null || !isChartDone(chartAfter(events)))
    throw new Error('the main job does not end');
  return [() => (runAfter(events), events.length), () => (chartAfter(events), events.length)];
}

const row = newRow();
const measurements: [string, () => number, () => number][] = [
  ...CASES.map((one): [string, () => number, () => number] => [one.what, ...measured(one)]),
  ['the main job, every event of it', ...mainJob()],
];
const rates = measurements.map(() => ({ keyway: [] as number[], xstate: [] as number[] }));
const least: number[] = [];
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [index, [, keyway, xstate]] of measurements.entries()) {
    const [ours, theirs] = [rate(keyway), rate(xstate)];
    // The first round warms up.
    if (round > 0) rates[index]!.keyway.push(ours);
    if (round > 0) rates[index]!.xstate.push(theirs);
  }
  const simple = rate(() => (advanceRow(row), 1));
  if (round > 0) least.push(simple);
}
const plain = {
  name: 'XState, states in a row without guards or data',
  measured: Math.round(median(least)),
};
const figures = measurements.map(([what], index): Figure => {
  const { keyway, xstate } = rates[index]!;
  const peer = { name: 'XState, same set-up', measured: Math.round(median(xstate)) };
  return { what, unit: 'per CPU s', measured: Math.round(median(keyway)), peer };
});
// The goal is for all events together. Each has a figure, since their work differs by two orders
// of magnitude.
const all = figures.at(-1)!;
report(
  'transition',
  [
    ...figures.slice(0, -1),
    { ...all, goal: GOAL },
    { ...all, what: `${all.what}, beside the least chart`, peer: plain },
  ],
  { rounds: ROUNDS },
);
