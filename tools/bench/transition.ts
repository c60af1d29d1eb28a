/** How fast the pure core is: transitions a second over the main job's own history, beside cloning the same run once (structuredClone). */
import { mkdirSync, writeFileSync } from 'node:fs';
import { transition, type Run, type RunEvent } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';

const ROUNDS = 7;
const PER_ROUND_MILLISECONDS = 500;

function mainJob(): RunEvent[] {
  const driven = new DrivenRun().prepare().approve('AEP').submit().accepted();
  driven.reported('RUNNING').reported('UPDATE_EXISTING_RESOURCES').reported('COMPLETED').approve('CJA').look().confirmCja();
  return driven.events;
}

function play(events: readonly RunEvent[]): Run {
  let run: Run | null = null;
  for (const event of events) {
    const outcome = transition(run, event);
    if ('refusal' in outcome) throw new Error(outcome.refusal.message);
    run = outcome.run;
  }
  return run!;
}

function rate(work: () => number): number {
  const begun = performance.now();
  let count = 0;
  while (performance.now() - begun < PER_ROUND_MILLISECONDS) count += work();
  return (count / (performance.now() - begun)) * 1000;
}

const events = mainJob();
const finished = play(events);
const rates: Record<string, number[]> = { transition: [], structuredClone: [] };
for (let round = 0; round <= ROUNDS; round += 1) {
  const measured = {
    transition: rate(() => (play(events), events.length)),
    structuredClone: rate(() => (structuredClone(finished), 1)),
  };
  if (round > 0) for (const [name, value] of Object.entries(measured)) rates[name]!.push(value);
}
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const base = median(rates['structuredClone']!);
const rows = Object.entries(rates).map(([what, all]) => ({
  what,
  'per second (median)': Math.round(median(all)),
  'of structuredClone': +(median(all) / base).toFixed(2),
}));
console.table(rows);
mkdirSync('docs/benchmarks', { recursive: true });
writeFileSync('docs/benchmarks/transition.json', `${JSON.stringify({ events: events.length, rounds: ROUNDS, rows }, null, 2)}\n`);
