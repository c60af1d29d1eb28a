/** Whose steps can be handed off, and who may do that. */
import type { Actor } from '../../../generated/enums.ts';
import type { RunView, StepView } from '../data/runFields.ts';
import { isCurrent } from '../steps/stepOrder.ts';

export type HandOffActor = 'AZURE_ADMIN' | 'ENTRA_ADMIN' | 'AWS_ADMIN';
export const HAND_OFF_ACTORS: readonly HandOffActor[] = ['AZURE_ADMIN', 'ENTRA_ADMIN', 'AWS_ADMIN'];

type Cloud = RunView['organization']['cloud'];

/** Whom the plan of a cloud gives steps to. */
export const handOffActorsOn = (cloud: Cloud): readonly HandOffActor[] =>
  cloud === 'AWS' ? ['AWS_ADMIN'] : ['AZURE_ADMIN', 'ENTRA_ADMIN'];

export const isHandOffActor = (actor: Actor): actor is HandOffActor =>
  HAND_OFF_ACTORS.some((one) => one === actor);

/** Whom the plan gives these steps to, also while the partner has to act before. */
const BY_STEP: Record<Cloud, Partial<Record<StepView['id'], HandOffActor>>> = {
  AZURE: {
    VAULT: 'AZURE_ADMIN',
    NETWORK: 'AZURE_ADMIN',
    KEY: 'AZURE_ADMIN',
    CONSENT: 'ENTRA_ADMIN',
    ROLE: 'AZURE_ADMIN',
  },
  AWS: { KEY: 'AWS_ADMIN', POLICY: 'AWS_ADMIN' },
};

/** The customer's admin who has to do the step now; null where it is somebody else's. */
export function handOffActorOf(step: StepView, cloud: Cloud): HandOffActor | null {
  if (!isCurrent(step) || step.status === 'FAILED') return null;
  return isHandOffActor(step.actor) ? step.actor : (BY_STEP[cloud][step.id] ?? null);
}

/** What the server offers to operators alone; it offers nothing of a closed run. */
const OF_OPERATORS: ReadonlySet<string> = new Set([
  ...['verify', 'attestStep', 'provideKey', 'requestApproval', 'overrideCheck'],
  ...['retryStep', 'cancelRun', 'connectAdobe', 'connectAzure', 'connectAws'],
]);

export const mayHandOff = (run: RunView): boolean =>
  run.nextActions.some(({ mutation }) => OF_OPERATORS.has(mutation));
