/**
 * The peer of the transition benchmark: the same set-up as a statechart in XState. It evaluates by
 * a single field and hashes nothing, so it does less than the core.
 */
import { planFor, TRACK_IDS, type PlanStep, type RunEvent, type TrackId } from '@keyway/core';
import {
  and,
  assign,
  createMachine,
  initialTransition,
  not,
  stateIn,
  transition,
  type AnyEventObject,
  type AnyMachineSnapshot,
} from 'xstate';

interface ChartInput {
  context: Record<string, unknown>;
  event: AnyEventObject;
}

const region = (track: TrackId, step: string): string => `${track}_${step}`;

/** Where a region may be besides LOCKED. */
const UNLOCKED = ['READY', 'WORKING', 'WAITING', 'BLOCKED', 'FAILED', 'DONE'];

/** What moves a step that is decided and not observed. */
function decisions(track: TrackId): Record<string, object> {
  const here = ({ event }: ChartInput): boolean => event['track'] === track;
  const says =
    (status: string) =>
    ({ event }: ChartInput): boolean =>
      event['answer'].status === status;
  return {
    APPROVAL: {
      approvalRequested: { target: '.WAITING', guard: here },
      approvalGranted: { target: '.DONE', guard: here },
    },
    SUBMISSION: {
      submissionRequested: '.WORKING',
      configurationSending: '.WORKING',
      configurationAccepted: '.DONE',
    },
    ACTIVATION: {
      configurationObserved: [
        { target: '.DONE', guard: says('COMPLETED') },
        { target: '.FAILED', guard: says('FAILED') },
        '.WAITING',
      ],
    },
    TICKET: { ticketRecorded: '.DONE' },
    CONFIRMATION: { cjaConfirmed: '.DONE' },
  };
}

/** Locked until the steps before it are done, and again as soon as one of them no longer is. */
function stepRegion(track: TrackId, { id, after }: PlanStep): object {
  const name = region(track, id);
  const free = and(after.map((before) => stateIn({ [region(track, before)]: 'DONE' })));
  const isHere = ({ event }: ChartInput): boolean =>
    event['track'] === track && (event['facts']?.step ?? event['step']) === id;
  const isGood = ({ event }: ChartInput): boolean =>
    id !== 'VAULT' || event['facts'].vault.value.enablePurgeProtection === true;
  const keep = assign(({ event }: ChartInput) => ({ [name]: event }));
  const unlocked = after.length > 0 ? { always: { target: 'LOCKED', guard: not(free) } } : {};
  return {
    initial: 'LOCKED',
    states: {
      LOCKED: { always: { target: 'READY', guard: free } },
      ...Object.fromEntries(UNLOCKED.map((status) => [status, unlocked])),
    },
    on: {
      stepAttested: { target: '.DONE', guard: isHere, actions: keep },
      factsObserved: [
        {
          target: '.DONE',
          guard: (asked: ChartInput) => isHere(asked) && isGood(asked),
          actions: keep,
        },
        { target: '.BLOCKED', guard: isHere, actions: keep },
      ],
      ...decisions(track)[id],
    },
  };
}

const steps = TRACK_IDS.flatMap((track) =>
  (planFor('AZURE').tracks[track] ?? []).map((step) => ({ track, step })),
);
const machine = createMachine({
  type: 'parallel',
  context: {},
  states: Object.fromEntries(
    steps.map(({ track, step }) => [region(track, step.id), stepRegion(track, step)]),
  ),
} as never);

/**
 * The least that XState can be asked: the same steps in one row, each done by one event, without
 * guards, regions or data.
 */
const row = steps.map(({ track, step }) => region(track, step.id));
const rowMachine = createMachine({
  initial: row[0],
  states: Object.fromEntries(
    row.map((name, index) => [name, { on: { done: row[(index + 1) % row.length] } }]),
  ),
} as never);

export type ChartState = AnyMachineSnapshot;
export type ChartEvent = AnyEventObject;
export const chartEvent = ({ kind, data }: RunEvent): ChartEvent => ({ ...data, type: kind });
export const newChart = (): ChartState => initialTransition(machine)[0];
export const advanceChart = (state: ChartState, event: ChartEvent): ChartState =>
  transition(machine, state, event as never)[0];
export const newRow = (): ChartState => initialTransition(rowMachine)[0];
export const advanceRow = (state: ChartState): ChartState =>
  transition(rowMachine, state, { type: 'done' } as never)[0];

/** Whether every step is done. */
export const isChartDone = (state: ChartState): boolean =>
  Object.values(state.value as Record<string, string>).every((status) => status === 'DONE');
