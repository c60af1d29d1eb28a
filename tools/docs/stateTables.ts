/**
 * `docs/generated/states.md`: for each step of each plan, the status that an event leads to, found
 * by exploring every state that a run can reach (libs/core/testing/stateSpace.ts).
 */
import { planSteps, STEP_STATUSES, type StepId } from '@keyway/core';
import {
  movesOfPlans,
  PREDECESSOR_OPEN,
  PREDECESSORS_DONE,
  type StepMove,
} from '@keyway/core/testing';
import { stepTitle } from '@keyway/messages';
import { tableRow } from './tableRow.ts';

/** In the order that they were found, what happens to other steps last. */
function eventsOf(moves: readonly StepMove[]): string[] {
  const events = new Set(moves.map(({ event }) => event));
  const others = [PREDECESSORS_DONE, PREDECESSOR_OPEN].filter((event) => events.delete(event));
  return [...events, ...others];
}

/** Rows: the status before. Columns: what happens. Cells: the statuses after. */
function table(step: StepId, moves: readonly StepMove[]): string[] {
  const events = eventsOf(moves);
  const rows = STEP_STATUSES.filter((status) => moves.some(({ from }) => from === status));
  const cell = (from: string, event: string): string => {
    const to = moves.filter((move) => move.from === from && move.event === event);
    return STEP_STATUSES.filter((status) => to.some((move) => move.to === status)).join(' or ');
  };
  return [
    `### ${stepTitle(step, 'en')} (\`${step}\`)`,
    '',
    tableRow(['', ...events]),
    tableRow(['---', ...events.map(() => '---')]),
    ...rows.map((from) => tableRow([`**${from}**`, ...events.map((event) => cell(from, event))])),
    '',
  ];
}

const movesOf = (id: StepId, moves: readonly StepMove[]): StepMove[] =>
  moves.filter(({ step }) => step === id);

const INTRODUCTION = [
  '# States of the steps',
  '',
  '<!-- Written by `npm run generate` by exploring the states of libs/core; a test compares. -->',
  '',
  'What an event makes of a step: the row is its status before, the cell its status after. An empty cell: the event is refused there, or changes nothing. Several statuses: it depends on the facts, or on what was known of the step before. A step that is locked changes only when the steps before it are done. Past the point of no return the steps before it keep their status.',
  '',
  '`libs/core/src/stateSpace.test.ts` holds these tables to everything that a run can do, and `libs/core/testing/planScenarios.ts` has the events.',
  '',
];

/** The page as Markdown, not yet formatted. */
export function stateTables(): string {
  const sections = movesOfPlans().flatMap(([{ name, start, track, tables }, moves]) => {
    const steps = tables ?? planSteps(start, track).map(({ id }) => id);
    const shown = steps.map((id) => table(id, movesOf(id, moves)));
    return [`## ${name}`, '', ...shown.flat()];
  });
  return [...INTRODUCTION, ...sections].join('\n');
}
