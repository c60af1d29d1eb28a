/** Links to the open steps of a run, which operators make and revoke. */
import {
  globalId,
  HAND_OFF_ACTORS,
  HAND_OFF_DAYS,
  handOffEnd,
  isHandOffActor,
  isHandOffTooLong,
  parseGlobalId,
  refuse,
  type Instant,
  type Refusal,
} from '@keyway/core';
import { Refused, type HandOffRecord, type NewHandOff } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type {
  CreateHandOffInput,
  Resolvers,
  ResolversTypes,
  RevokeHandOffInput,
  StartBulkInput,
} from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import { noRun } from '../runs/runMutation.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

/** Where the page of a link is; the token follows. */
export const HAND_OFF_PATH = '/hand-off/';

/** The page of a link. */
export const handOffUrl = ({ services }: RequestContext, token: string): string =>
  `${services.config.publicUrl}${HAND_OFF_PATH}${token}`;

const noHandOff = (): Refusal => refuse('handOffNotFound', ['id']);

/** A hand-off that the viewer may see, or null: whoever sees the run sees its hand-offs. */
export const visibleHandOff = (
  context: RequestContext,
  uuid: string,
): Promise<HandOffRecord | null> => requireSignedIn(context).partner.handOff(uuid);

/** What every hand-off says, without an end where nobody chose one. */
export function handOffInput(
  validate: InputValidator,
  { actor, note, expiresAt }: Pick<StartBulkInput, 'actor' | 'note' | 'expiresAt'>,
  now: Instant,
): Pick<NewHandOff, 'actor' | 'note'> & { expiresAt: Instant | null } {
  const end = validate.future('expiresAt', expiresAt, now);
  if (end && isHandOffTooLong(end, now))
    validate.refuse('handOffTooLong', 'expiresAt', { days: HAND_OFF_DAYS.most });
  const isPossible = actor != null && isHandOffActor(actor);
  if (!isPossible) validate.refuse('handOffActor', 'actor');
  return {
    actor: isPossible ? actor : HAND_OFF_ACTORS[0],
    note: validate.optionalText('note', note),
    expiresAt: end,
  };
}

function newHandOff(input: CreateHandOffInput, now: Instant): NewHandOff {
  const runId = parseGlobalId('Run', input.runId);
  if (!runId) throw new Refused(noRun());
  const validate = new InputValidator();
  const given = handOffInput(validate, input, now);
  validate.pass();
  return { ...given, runId, expiresAt: handOffEnd(given.expiresAt, now) };
}

async function createHandOff(
  context: RequestContext,
  input: CreateHandOffInput,
): Promise<Awaited<ResolversTypes['CreateHandOffPayload']>> {
  const { loaders } = requireSignedIn(context);
  let given: NewHandOff;
  const outcome = await mutate(context, {
    name: 'createHandOff',
    input,
    secretResult: true,
    target: async (): Promise<Target> => {
      const uuid = parseGlobalId('Run', input.runId);
      const run = uuid && (await loaders.runSummary.load(uuid));
      return run ? { organizationId: run.organizationId } : { refusal: noRun() };
    },
    validate: () => void (given = newHandOff(input, context.services.now())),
    work: async (unit, occurrence) => {
      const created = await unit.handOffs.create(given, occurrence());
      if ('refusal' in created) throw new Refused(created.refusal);
      return { id: created.handOff.id, token: created.token };
    },
  });
  if ('userErrors' in outcome) return { handOff: null, url: null, userErrors: outcome.userErrors };
  const { id, token } = outcome.result;
  return {
    handOff: await visibleHandOff(context, id),
    url: handOffUrl(context, token),
    userErrors: [],
  };
}

async function revokeHandOff(
  context: RequestContext,
  input: RevokeHandOffInput,
): Promise<Awaited<ResolversTypes['HandOffPayload']>> {
  const uuid = parseGlobalId('HandOff', input.id);
  const outcome = await mutate(context, {
    name: 'revokeHandOff',
    input,
    target: async (): Promise<Target> => {
      const found = uuid && (await visibleHandOff(context, uuid));
      return found ? { organizationId: found.organizationId } : { refusal: noHandOff() };
    },
    work: async (unit, occurrence) => {
      const revoked = await unit.handOffs.revoke(uuid ?? '', occurrence());
      if ('refusal' in revoked) throw new Refused(revoked.refusal);
      return { id: uuid };
    },
  });
  if ('userErrors' in outcome) return { handOff: null, userErrors: outcome.userErrors };
  return { handOff: await visibleHandOff(context, outcome.result.id ?? ''), userErrors: [] };
}

export const handOffResolvers: Resolvers = {
  Mutation: {
    createHandOff: (_, { input }, context) => createHandOff(context, input),
    revokeHandOff: (_, { input }, context) => revokeHandOff(context, input),
  },
  Run: {
    handOffs: ({ id }, _args, context) => requireSignedIn(context).loaders.handOffs.load(id),
  },
  HandOff: {
    id: ({ id }) => globalId('HandOff', id),
    run: async ({ id, runId }, _args, context) => {
      const run = await requireSignedIn(context).loaders.run.load(runId);
      if (!run) throw new Error(`hand-off ${id} has no run that its viewer can see`);
      return run;
    },
  },
};
