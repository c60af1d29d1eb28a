/** What people see after a call ended so: its handler and the core's own transition, applied. */
import {
  ConnectorError,
  dueAt,
  transition,
  WORKER,
  type Effect,
  type EffectType,
  type ObservedStepId,
  type Run,
  type RunEvent,
  type StepId,
  type Verdict,
} from '@keyway/core';
import { CONNECTED, DrivenRun, runAssigningRole } from '@keyway/core/testing';
import { handleEffect } from '../../effects/effectHandlers.ts';
import type { EffectContext, Result } from '../../effects/effectContext.ts';
import type { Clouds } from '../outboundCalls.ts';

/** How a call ended: with a value where there is no error. */
export interface CallEnd {
  value?: unknown;
  error?: ConnectorError | undefined;
}
type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;
export type Ports = Clouds;

/** A run just before a handler makes the call, and where the result shows. */
export interface Scene {
  name: string;
  step: StepId;
  run: Run;
  effect: Effect;
  ports: Ports;
  now: string;
}

/** Ports of which one call ends so. */
export function ending(ports: Ports, call: string, { value, error }: CallEnd): Ports {
  const [cloud = '', method = ''] = call.split('.');
  const end = () => (error ? Promise.reject(error) : Promise.resolve(value));
  const port = { ...ports[cloud as keyof Ports], [method]: end };
  return { ...ports, [cloud]: port };
}

export const notFound = (): ConnectorError =>
  new ConnectorError({ kind: 'notFound', status: 404, code: 'ResourceNotFound' });

const EVENT = { id: 'event-of-a-call', actor: WORKER };

function applied(run: Run, { kind, data }: Result, at: string): { run: Run; effects: Effect[] } {
  const outcome = transition(run, { ...EVENT, at, kind, data } as RunEvent);
  if ('refusal' in outcome) throw new Error(`${kind} was refused: ${outcome.refusal.code}`);
  return outcome;
}

/** `record` commits to `of.run`, as the store does before the handler continues. */
function contextOf(of: { run: Run }, ports: Ports, now: string): EffectContext {
  const nothing = () => Promise.resolve();
  const { organization, connections } = of.run;
  return {
    get run() {
      return of.run;
    },
    ...ports,
    azureConnection: () => Promise.resolve({ ...azureOf(of.run), clientSecret: 'sandbox-secret' }),
    adobeConnection: () =>
      Promise.resolve({
        imsOrgId: organization.imsOrgId,
        host: 'platform.adobe.io',
        ...{ clientId: 'client-1', clientSecret: 'sandbox-secret', scopes: ['openid', 'AdobeID'] },
      }),
    awsConnection: () =>
      Promise.resolve({
        ...connections.aws!,
        externalId: 'keyway-0123456789abcdef',
        organizationId: 'organization:1',
      }),
    otherOrganizationsSharing: () => Promise.resolve(0),
    record: (result) => {
      of.run = applied(of.run, result, now).run;
      return Promise.resolve(of.run);
    },
    signHistory: nothing,
    prepareToSign: nothing,
    settling: () => Promise.resolve({ era: 1, seconds: 0 }),
    isInEra: () => Promise.resolve(true),
    mayProbe: () => Promise.resolve(true),
    maySend: () => true,
    renewLease: () => Promise.resolve(true),
    now: () => now,
    timeScale: 1,
    stopping: new AbortController().signal,
    signal: new AbortController().signal,
  };
}

function azureOf({ connections: { azure } }: Run) {
  const { tenantId, subscriptionId, clientId } = azure!;
  return { tenantId, subscriptionId, clientId };
}

/** The run, and what is due next, after the scene's effect met with this end of the call. */
export async function after(
  scene: Scene,
  call: string,
  end: CallEnd,
): Promise<{ run: Run; effects: Effect[] }> {
  const of = { run: scene.run };
  const context = contextOf(of, ending(scene.ports, call, end), scene.now);
  const outcome = await handleEffect(scene.effect.type, scene.effect.data, context);
  if (!('kind' in outcome)) throw new Error(`${scene.name}: ${JSON.stringify(outcome)}`);
  return applied(of.run, outcome, scene.now);
}

const waiting = <T extends EffectType>(driven: DrivenRun, type: T) =>
  [...driven.effects.values()].filter(
    (effect): effect is EffectOf<T> & { dueAt: string } => effect.type === type,
  );

/** Each step of a set-up as it is observed for the first time, in the order of the plan. */
export async function firstObservations(
  driven: DrivenRun,
  ports: Ports,
): Promise<Map<ObservedStepId, Scene>> {
  const scenes = new Map<ObservedStepId, Scene>();
  for (;;) {
    const due = waiting(driven, 'observeStep').find(
      ({ data }) => data.track === 'AEP' && !scenes.has(data.step),
    );
    if (!due) return scenes;
    driven.effects.delete(due.jobKey);
    const { step } = due.data;
    const { run, now } = driven;
    scenes.set(step, { name: `observing ${step}`, step, run, effect: due, ports, now });
    const outcome = await handleEffect(due.type, due.data, contextOf({ run }, ports, now));
    if (!('kind' in outcome)) throw new Error(`${step}: ${JSON.stringify(outcome)}`);
    driven.must(outcome.kind, outcome.data, WORKER);
  }
}

export function ownWork(
  name: string,
  step: StepId,
  type: EffectType,
  driven: DrivenRun,
  ports: Ports,
) {
  const effect = waiting(driven, type)[0]!;
  return { name, step, run: driven.run, effect, ports, now: driven.now };
}

const submitting = (): DrivenRun => new DrivenRun().prepare().approve('AEP').submit();

const TAKEN = { id: 'job-1', status: 'CREATED', keyVaultKeyIdentifier: null, imsOrgId: null };

/** Keyway's own calls on the set-up of Contoso. Nothing is there yet, so that each continues. */
export function ownCalls(ports: Ports): Record<'assign' | 'submit' | 'poll', Scene> {
  const nothingThere = ending(
    ending(ports, 'adobe.readConfiguration', { error: notFound() }),
    ...(['adobe.submitConfiguration', { value: TAKEN }] as const),
  );
  const noRole = ending(
    ending(ports, 'azure.readRoleAssignments', { value: [] }),
    ...(['azure.assignRole', { value: { created: true } }] as const),
  );
  const sent = submitting().accepted().reported('RUNNING');
  return {
    assign: ownWork('assigning the role', 'ROLE', 'assignRole', runAssigningRole(), noRole),
    submit: ownWork('submitting', 'SUBMISSION', 'submitConfiguration', submitting(), nothingThere),
    poll: ownWork('polling', 'ACTIVATION', 'pollConfiguration', sent, ports),
  };
}

/** A customer's set-up, whose key was just provided. */
export function setUp(
  organization: ConstructorParameters<typeof DrivenRun>[0] & object,
  keyIdentifier: string,
  keyPolicy?: string,
): DrivenRun {
  const driven = new DrivenRun({ connections: CONNECTED, ...organization });
  const statement = { statement: 'Contract seen', reference: 'C-1' };
  driven.must('stepAttested', { track: 'AEP', step: 'ENTITLEMENT', ...statement });
  driven.must('keyProvided', { track: 'AEP', keyIdentifier, vaultResourceId: null });
  if (keyPolicy !== undefined) driven.must('keyPolicyProvided', { policy: keyPolicy });
  return driven;
}

/** Such as `observeStep in 60 s`. */
export const again = (effect: Effect, now: string): string => {
  const seconds = (Date.parse(dueAt(effect.due, now, 1)) - Date.parse(now)) / 1000;
  return `${effect.type} ${seconds === 0 ? 'at once' : `in ${seconds} s`}`;
};

/** What people see in one place. */
export interface Shown {
  text: string;
  /** `good`: all is well. `bad`: it is not. `open`: nothing is said of what was asked. */
  conclusion: 'good' | 'bad' | 'open';
  /** Part of what Keyway does itself, where a definite refusal ends the work. */
  isOwnWork: boolean;
  /** That made the call; absent where no run did. */
  effect?: EffectType;
}

/** `KEY WAITING: UNKNOWN 12; observeStep in 60 s`; checks that block are named. */
export function shownOf(
  { step, now, effect }: Scene,
  { run, effects }: { run: Run; effects: Effect[] },
): Shown {
  const { status, checks } = run.tracks.AEP.steps[step]!;
  const those = (verdict: Verdict): string[] =>
    checks.filter((check) => check.verdict === verdict).map(({ check }) => check);
  const verdicts = VERDICTS.flatMap((verdict) => {
    const named = verdict === 'BLOCK' || verdict === 'WARN';
    const found = those(verdict);
    return found.length === 0 ? [] : [`${verdict} ${named ? found.join(' ') : found.length}`];
  });
  const next = effects.filter(({ data }) => !('step' in data) || data.step === step);
  const text = [
    `${step} ${status}${verdicts.length > 0 ? `: ${verdicts.join(', ')}` : ''}`,
    ...next.map((one) => again(one, now)),
  ].join('; ');
  const isOwnWork = effect.type !== 'observeStep';
  const isBad = isOwnWork ? status === 'FAILED' : those('BLOCK').length > 0;
  return { text, isOwnWork, conclusion: status === 'DONE' ? 'good' : isBad ? 'bad' : 'open' };
}

const VERDICTS = ['BLOCK', 'WARN', 'UNKNOWN', 'PASS'] as const;
