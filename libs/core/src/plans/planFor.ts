/** The one registry of plans by provider. */
import type { Plan, PlanStep } from '../plan.ts';
import type { RunDraft } from '../run.ts';
import type { Cloud, StepId, TrackId } from '../vocabulary.ts';
import { AEP_BEFORE_POLICY, AWS_PLAN } from './aws.ts';
import { AZURE_PLAN } from './azure.ts';

const PLANS = { AZURE: AZURE_PLAN, AWS: AWS_PLAN } satisfies Record<Cloud, Plan>;

/** The plan of a provider: its tracks with their steps, in the order in which they are shown. */
export const planFor = (cloud: Cloud): Plan => PLANS[cloud];

/** The steps of one track of this run; none where the track does not apply. */
export const planSteps = (run: RunDraft, track: TrackId): readonly PlanStep[] => {
  if (run.organization.cloud === 'AWS' && track === 'AEP' && !run.tracks.AEP.steps.POLICY)
    return AEP_BEFORE_POLICY;
  return planFor(run.organization.cloud).tracks[track] ?? [];
};

/** The step of the run's plan, or undefined where the track has no such step. */
export const planStep = (run: RunDraft, track: TrackId, step: StepId): PlanStep | undefined =>
  planSteps(run, track).find((candidate) => candidate.id === step);

const STEPS_OF_NO_RETURN: ReadonlyMap<readonly PlanStep[], readonly PlanStep[]> = new Map(
  Object.values(PLANS)
    .flatMap(({ tracks }: Plan) => Object.values(tracks))
    .concat([AEP_BEFORE_POLICY])
    .map((steps) => [steps, steps.filter(({ pointOfNoReturn }) => pointOfNoReturn)]),
);

/** The steps of one track that can't be undone. */
export const stepsOfNoReturn = (run: RunDraft, track: TrackId): readonly PlanStep[] =>
  STEPS_OF_NO_RETURN.get(planSteps(run, track)) ?? [];
