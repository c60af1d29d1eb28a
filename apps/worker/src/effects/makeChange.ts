/**
 * Makes one change of a confirmed plan, once: reads everything right before, commits the intent,
 * sends. docs/decisions/0073-automatic-mode.md says what happens when the process ends in between.
 */
import {
  changeProgress,
  ConnectorError,
  decideChange,
  isBeforeRestore,
  LOST_CHANGE_SECONDS,
  nextChange,
  planChanges,
  type AzureConnection,
  type AzureSetupFacts,
  type ChangeResult,
  type EffectData,
  type PlannedChange,
  type TrackSetup,
  type VaultFacts,
} from '@keyway/core';
import type { Settling } from '@keyway/store';
import { failureFrom } from '../observe/observe.ts';
import type {
  EffectContext,
  EffectHandler,
  EffectOutcome,
  Release,
  Result,
} from './effectContext.ts';
import { sendChange } from './sendChange.ts';
import { whileMayArrive } from './whileMayArrive.ts';

type Data = EffectData['makeChange'];

/** Safe to repeat at once: the next attempt reads whether the change is there. */
const LATE = {
  release: 'the lease is almost over, and another worker may soon have the effect',
  afterSeconds: 1,
};

/** Says once on the run why nothing is changed; the core compares again, for two at once. */
async function whileSettling(
  { track, setupId, planHash, change }: Data,
  { delay, seconds }: Settling,
  context: EffectContext,
): Promise<Release> {
  const about = { track, setupId, planHash, change };
  if (delay && context.run.tracks[track].setup?.delayed?.era !== delay.era)
    await context.record({ kind: 'setupChangeDelayed', data: { ...about, ...delay } });
  return {
    release: 'the database lost what was written last, perhaps the intent of a change',
    afterSeconds: seconds,
  };
}

const networkOf = ({ vault }: AzureSetupFacts): VaultFacts['networkAcls'] =>
  vault.outcome === 'seen' ? vault.value.networkAcls : null;

const isSending = (setup: TrackSetup | undefined, { change }: Data): boolean =>
  setup !== undefined && changeProgress(setup, change)?.state === 'SENDING';

/** The change, where it is the next one of exactly the plan that was confirmed. */
function wanted(context: EffectContext, data: Data): PlannedChange | null {
  const { setup } = context.run.tracks[data.track];
  if (setup?.id !== data.setupId || setup.ended || setup.confirmed?.hash !== data.planHash)
    return null;
  const change = nextChange(setup);
  return change?.kind === data.change ? change : null;
}

export const makeChange: EffectHandler<'makeChange'> = async (data, context) => {
  const change = wanted(context, data);
  const { setup } = context.run.tracks[data.track];
  if (!change || !setup)
    return { notWanted: 'this change is not to be made any more, or another one is next' };
  // Before the reading: a change whose intent was lost may arrive after it.
  const settling = await context.settling(LOST_CHANGE_SECONDS);
  try {
    const connection = await context.azureConnection();
    const { target } = setup.request;
    const facts = await context.azure.readSetup(connection, target, {
      signal: context.signal,
    });
    const decision = decideChange(setup, change, facts, data.attempt, context.now());
    switch (decision.do) {
      case 'wait':
        return failed(data, decision.failure);
      case 'replan':
        return replanned(data, decision.changes);
      case 'record':
        return made(data, false, isSending(setup, data), decision.change.keyIdentifier ?? null);
      case 'send':
        if (settling.seconds > 0) return await whileSettling(data, settling, context);
        if (setup.confirmed && isBeforeRestore(setup.confirmed.at, settling.restoredAt))
          return replanned(data, planChanges(setup.request, facts, context.now()));
        return await send(connection, setup, change, data, context, networkOf(facts), settling);
    }
  } catch (error) {
    // Reading failed: nothing was sent now, and nothing more is known of an earlier attempt.
    return failed(data, failureFrom(error));
  }
};

/** A person has to confirm it. */
const replanned = ({ track, setupId }: Data, changes: PlannedChange[]): Result => ({
  kind: 'setupPlanned',
  data: { track, setupId, changes },
});

/** An answer that was lost leaves open who made what is there now. */
function made(
  { track, setupId, planHash, change }: Data,
  created: boolean,
  wasSending: boolean,
  keyIdentifier: string | null,
): Result {
  const found: ChangeResult = wasSending ? 'UNCONFIRMED' : 'ALREADY_THERE';
  const result = created ? 'MADE' : found;
  return {
    kind: 'setupChangeMade',
    data: { track, setupId, planHash, change, result, keyIdentifier },
  };
}

/** Where this attempt sent nothing: what is known of an earlier one stays. */
const failed = (
  { track, setupId, planHash, change, attempt }: Data,
  failure: ReturnType<typeof failureFrom>,
): Extract<Result, { kind: 'setupChangeFailed' }> => ({
  kind: 'setupChangeFailed',
  data: { track, setupId, planHash, change, failure, attempt, definite: false },
});

const inFlightUntil = (setup: TrackSetup | undefined, { change }: Data): string | undefined =>
  setup && changeProgress(setup, change)?.inFlightUntil;

/** Commits the intent of this send; false: the effect is another worker's. */
async function begin(setup: TrackSetup, data: Data, context: EffectContext): Promise<boolean> {
  const { track, setupId, planHash, change } = data;
  const begun = await context.record({
    kind: 'setupChangeStarted',
    data: { track, setupId, planHash, change },
  });
  const after = begun?.tracks[track].setup;
  return isSending(after, data) && inFlightUntil(after, data) !== inFlightUntil(setup, data);
}

/** A server that was replaced renews the lease too. */
const mayStillSend = async (context: EffectContext, { era }: Settling): Promise<boolean> =>
  (await context.isInEra(era)) &&
  (context.maySend() || ((await context.renewLease()) && context.maySend()));

async function send(
  connection: AzureConnection,
  setup: TrackSetup,
  change: PlannedChange,
  data: Data,
  context: EffectContext,
  present: VaultFacts['networkAcls'],
  settling: Settling,
): Promise<EffectOutcome> {
  const wasSending = isSending(setup, data);
  const early = whileMayArrive(setup, context);
  if (early) return early;
  if (!(await begin(setup, data, context)))
    return { release: 'the intent to change could not be recorded as ours', afterSeconds: 1 };
  if (!(await mayStillSend(context, settling))) return LATE;
  const { stopping, maySend } = context;
  try {
    const { request } = setup;
    const options = { signal: stopping, maySend };
    const sent = await sendChange(context.azure, connection, request, change, options, present);
    return made(data, sent.created, wasSending, sent.keyIdentifier);
  } catch (error) {
    const isDefinite = error instanceof ConnectorError && !error.ambiguous && !wasSending;
    const { kind, data: about } = failed(data, failureFrom(error));
    return { kind, data: { ...about, definite: isDefinite, sent: true } };
  }
}
