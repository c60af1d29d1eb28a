/** Links to the open steps of a run, which operators make and revoke. */
import {
  globalId,
  HAND_OFF_ACTORS,
  isHandOffActor,
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
} from '../generated/resolverTypes.ts';
import { mutate, type Target } from '../mutate.ts';
import { noRun } from '../runs/runMutation.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';

const DEFAULT_DAYS = 14;
const MAX_DAYS = 90;
/** Where the page of a link is; the token follows. */
export const HAND_OFF_PATH = '/hand-off/';

const later = (instant: Instant, days: number): Instant =>
  new Date(Date.parse(instant) + days * 86_400_000).toISOString();

const noHandOff = (): Refusal => refuse('handOffNotFound', ['id']);

/** A hand-off that the viewer may see, or null: whoever sees the run sees its hand-offs. */
export const visibleHandOff = (
  context: RequestContext,
  uuid: string,
): Promise<HandOffRecord | null> => requireSignedIn(context).partner.handOff(uuid);

function newHandOff(
  { runId, actor, note, expiresAt }: CreateHandOffInput,
  now: Instant,
): NewHandOff {
  const uuid = parseGlobalId('Run', runId);
  if (!uuid) throw new Refused(noRun());
  const validate = new InputValidator();
  const ends = validate.future('expiresAt', expiresAt, now) ?? later(now, DEFAULT_DAYS);
  if (Date.parse(ends) > Date.parse(later(now, MAX_DAYS)))
    validate.refuse('handOffTooLong', 'expiresAt', { days: MAX_DAYS });
  if (!isHandOffActor(actor)) validate.refuse('handOffActor', 'actor');
  const given = {
    runId: uuid,
    actor: isHandOffActor(actor) ? actor : HAND_OFF_ACTORS[0],
    note: validate.optionalText('note', note),
    expiresAt: ends,
  };
  validate.pass();
  return given;
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
    url: `${context.services.config.publicUrl}${HAND_OFF_PATH}${token}`,
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
