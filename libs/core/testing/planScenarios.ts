/** The plans as their states are explored: where each starts, and what may happen in any state. */
import type { RunEvent } from '../src/event.ts';
import type { Run } from '../src/run.ts';
import type { StepId, TrackId } from '../src/vocabulary.ts';
import { CONNECTED, DrivenRun } from './drivenRun.ts';
import {
  assignments,
  attestations,
  startEvents,
  decisions,
  observations,
  submissions,
  tickets,
} from './planEvents.ts';

export interface PlanScenario {
  name: string;
  start: Run;
  track: TrackId;
  /** What may happen in any state. */
  events: RunEvent[];
  /**
   * Runs and events that together reach every move of a step in a fraction of the states; absent
   * where exploring all of them is quick.
   */
  parts?: Pick<PlanScenario, 'start' | 'events'>[];
  /** The steps that the state tables show; absent: all of them. */
  tables?: readonly StepId[];
  /** An exploration that reaches fewer states proves nothing. */
  atLeast: number;
}

const WRITING = { ...CONNECTED, azure: { ...CONNECTED.azure!, access: 'WRITE' } } as const;
const AZURE = new DrivenRun({ connections: CONNECTED }).run;
const ASSIGNING = new DrivenRun({ connections: WRITING }).run;
const UNCONNECTED = new DrivenRun({ connections: { adobe: null, azure: null } }).run;
const AWS = new DrivenRun({
  organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
}).run;
const PREPARED = new DrivenRun({ connections: CONNECTED }).prepare(['AEP']).run;

/** What may still change or end while AEP is submitted. */
const meanwhile = (): RunEvent[] => [
  ...startEvents('AEP').filter(({ kind }) => kind === 'runCancelled'),
  ...observations('AEP').filter(
    ({ kind, data }) =>
      kind === 'factsObserved' && ['VAULT', 'KEY', 'APP_REGISTRATION'].includes(data.facts.step),
  ),
];

const preparing = (track: TrackId): RunEvent[] => [
  ...startEvents(track),
  ...observations(track),
  ...decisions(track),
];
/** As much as leads to the role and from there to the end. */
const assigning = (track: TrackId): RunEvent[] => [
  ...startEvents(track).filter(({ kind }) => kind !== 'runCancelled'),
  ...observations(track).filter(
    ({ id, kind, data }) =>
      id === 'observed: in order' || (kind === 'factsObserved' && data.facts.step === 'ROLE'),
  ),
  ...decisions(track).slice(0, 2),
  ...assignments(track),
];
const attesting = (track: TrackId): RunEvent[] => [
  ...startEvents(track),
  ...attestations(track),
  ...decisions(track),
];

export const PLAN_SCENARIOS: readonly PlanScenario[] = [
  {
    name: 'AEP on Azure',
    start: AZURE,
    track: 'AEP',
    events: [...preparing('AEP'), ...submissions()],
    parts: [
      { start: AZURE, events: preparing('AEP') },
      { start: PREPARED, events: [...decisions('AEP'), ...meanwhile(), ...submissions()] },
    ],
    atLeast: 1000,
  },
  {
    name: 'CJA on Azure',
    start: AZURE,
    track: 'CJA',
    events: [...preparing('CJA'), ...tickets()],
    atLeast: 1000,
  },
  {
    name: 'CJA on Azure, with a credential that may write',
    start: ASSIGNING,
    track: 'CJA',
    events: [...assigning('CJA'), ...tickets()],
    tables: ['ROLE'],
    atLeast: 100,
  },
  {
    name: 'AEP on Azure, attested',
    start: UNCONNECTED,
    track: 'AEP',
    events: attesting('AEP'),
    atLeast: 40,
  },
  {
    name: 'CJA on Azure, attested',
    start: UNCONNECTED,
    track: 'CJA',
    events: [...attesting('CJA'), ...tickets()],
    atLeast: 30,
  },
  { name: 'AWS', start: AWS, track: 'AEP', events: attesting('AEP'), atLeast: 10 },
];
