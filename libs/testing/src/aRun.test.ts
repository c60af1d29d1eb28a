import { planSteps, runStatus, TRACK_IDS, transition, type Run, type TrackId } from '@keyway/core';
import { describe, expect, it } from 'vitest';
import { aRun } from './aRun.ts';
import { STEP_NAMES, type StepName } from './stepNames.ts';

const places = TRACK_IDS.flatMap((track) =>
  planSteps(aRun().run, track).map(
    ({ id }) =>
      [Object.entries(STEP_NAMES).find(([, step]) => step === id)![0] as StepName, track] as const,
  ),
);

describe('aRun', () => {
  it.each(places)('comes to %s of %s with everything before it done', (name, track: TrackId) => {
    const { run } = aRun().at(name, track);
    const steps = planSteps(run, track).map(({ id }) => ({
      id,
      status: run.tracks[track].steps[id]?.status,
    }));
    const here = steps.findIndex(({ id }) => id === STEP_NAMES[name]);
    expect(steps.slice(0, here).every(({ status }) => status === 'DONE')).toBe(true);
    expect(['READY', 'WORKING', 'WAITING']).toContain(steps[here]?.status);
  });

  it('finishes with both clouds connected, with none, and on AWS', () => {
    expect(runStatus(aRun().completed().run)).toBe('COMPLETED');
    expect(runStatus(aRun({ connections: { adobe: null, azure: null } }).completed().run)).toBe(
      'COMPLETED',
    );
    const aws = {
      cloud: 'AWS',
      region: 'VA6',
      shield: 'PRIVACY_AND_SECURITY_SHIELD',
      azureTenantId: null,
    } as const;
    expect(
      runStatus(
        aRun({ organization: aws, connections: { adobe: null, azure: null } }).through('AEP').run,
      ),
    ).toBe('COMPLETED');
  });

  it('is the fold of its events', () => {
    const { run, events } = aRun().completed();
    const folded = events.reduce<Run | null>((state, event) => {
      const outcome = transition(state, event);
      if ('refusal' in outcome) throw new Error(outcome.refusal.code);
      return outcome.run;
    }, null);
    expect(folded).toEqual(run);
  });
});
