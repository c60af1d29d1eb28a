/** Automatic mode: the plan of changes of a track (docs/decisions/0073-automatic-mode.md). */
import { canConfirmSetup, changeProgress, setupStatus, type SetupInput } from '@keyway/core';
import { describeActor, describeChange, describeSetup } from '@keyway/messages';
import type { PlanSetupInput, Resolvers } from '../generated/resolverTypes.ts';
import { changeRun } from '../runs/runMutation.ts';
import { localeOf } from '../schema/locale.ts';
import type { SetupChangeParent } from '../schema/parents.ts';
import { MAX_LENGTHS, type InputValidator } from '../userErrors/inputValidator.ts';

/** The defaults are those of the contract. The core validates the names. */
function setupInput(validate: InputValidator, input: PlanSetupInput): SetupInput {
  const name = (field: 'resourceGroup' | 'vaultName' | 'keyName' | 'location'): string =>
    validate.text(field, input[field], MAX_LENGTHS.name);
  return {
    subscriptionId: validate.optionalText('subscriptionId', input.subscriptionId, MAX_LENGTHS.name),
    resourceGroup: name('resourceGroup'),
    vaultName: name('vaultName'),
    keyName: name('keyName'),
    location: name('location').toLowerCase(),
    keyProtection: input.keyProtection ?? 'SOFTWARE',
    keySize: input.keySize ?? 3072,
    rotateEveryMonths: input.rotateEveryMonths ?? null,
    network: input.network ?? 'OPEN',
    workspaceId: validate.optionalText('workspaceId', input.workspaceId, MAX_LENGTHS.identifier),
    lock: input.lock ?? true,
  };
}

const textOf = (
  { setup, change, run }: SetupChangeParent,
  locale: string | null | undefined,
): ReturnType<typeof describeChange> =>
  describeChange(setup, change, run.organization, localeOf(locale));

const progressOf = ({ setup, change }: SetupChangeParent) => changeProgress(setup, change.kind);

export const setupResolvers: Resolvers = {
  Mutation: {
    planSetup: (_, { input }, context) =>
      changeRun(context, input, {
        mutation: 'planSetup',
        kind: 'setupRequested',
        data: (validate) => ({ track: input.track, ...setupInput(validate, input) }),
      }),
    confirmSetup: (_, { input }, context) =>
      changeRun(context, input, {
        mutation: 'confirmSetup',
        kind: 'setupConfirmed',
        data: (validate) => ({
          track: input.track,
          planHash: validate.text('planHash', input.planHash, MAX_LENGTHS.name),
        }),
      }),
    cancelSetup: (_, { input }, context) =>
      changeRun(context, input, {
        mutation: 'cancelSetup',
        kind: 'setupCancelled',
        data: () => ({ track: input.track }),
      }),
  },
  Track: {
    setup: ({ id, whole }) => {
      if (!whole) throw new Error(`the state of ${id} was not read`);
      const { setup } = whole.state;
      return setup ? { run: whole.run, track: id, setup } : null;
    },
  },
  Setup: {
    status: ({ setup }) => setupStatus(setup),
    sentence: ({ setup }, { locale }, { services }) =>
      describeSetup(setup, services.now(), localeOf(locale)),
    subscriptionId: ({ setup }) => setup.request.target.subscriptionId,
    resourceGroup: ({ setup }) => setup.request.target.resourceGroup,
    vaultName: ({ setup }) => setup.request.target.vaultName,
    keyName: ({ setup }) => setup.request.target.keyName,
    location: ({ setup }) => setup.request.location,
    keyProtection: ({ setup }) => setup.request.keyProtection,
    keySize: ({ setup }) => setup.request.keySize,
    rotateEveryMonths: ({ setup }) => setup.request.rotateEveryMonths,
    network: ({ setup }) => setup.request.network,
    workspaceId: ({ setup }) => setup.request.workspaceId,
    lock: ({ setup }) => setup.request.lock,
    requestedBy: ({ setup }, { locale }) => describeActor(setup.requestedBy, localeOf(locale)),
    requestedAt: ({ setup }) => setup.requestedAt,
    planHash: ({ setup }) => setup.plan?.hash ?? null,
    plannedAt: ({ setup }) => setup.plan?.at ?? null,
    replanned: ({ setup }) => setup.replanned ?? false,
    confirmable: ({ run, track }) => canConfirmSetup(run, track, null) === null,
    changes: ({ run, setup }) =>
      (setup.plan?.changes ?? []).map((change) => ({ run, setup, change })),
    confirmedBy: ({ setup }, { locale }) =>
      setup.confirmed && describeActor(setup.confirmed.by, localeOf(locale)),
    confirmedAt: ({ setup }) => setup.confirmed?.at ?? null,
    endedAt: ({ setup }) => setup.ended?.at ?? null,
  },
  SetupChange: {
    kind: ({ change }) => change.kind,
    outcome: ({ change }) => change.outcome,
    title: (parent, { locale }) => textOf(parent, locale).title,
    before: (parent, { locale }) => textOf(parent, locale).before,
    after: (parent, { locale }) => textOf(parent, locale).after,
    irreversible: ({ change }) => change.irreversible,
    reason: (parent, { locale }) => textOf(parent, locale).reason,
    remedy: (parent, { locale }) => textOf(parent, locale).remedy,
    result: (parent) => {
      const state = progressOf(parent)?.state;
      return state === undefined || state === 'SENDING' ? null : state;
    },
    progress: (parent, { locale }) => textOf(parent, locale).progress,
    running: (parent) => progressOf(parent)?.state === 'SENDING' && !parent.setup.ended,
    at: (parent) => progressOf(parent)?.at ?? null,
  },
};
