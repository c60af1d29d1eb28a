/**
 * What the link of a hand-off shows and does. Nothing here reads who is signed in: the token of a
 * link is no viewer, so every other resolver takes it for nobody.
 */
import { randomUUID } from 'node:crypto';
import {
  awsPermissionsPolicy,
  awsTrustPolicy,
  eventOf,
  globalId,
  handedOffSteps,
  handedOffStepsDone,
  handedOffStepsLater,
  refuse,
  type EventActor,
  type EventData,
  type HandOffActor,
  type HandOffOfEvent,
  type Refusal,
  type Run,
} from '@keyway/core';
import {
  describeHandedOffStep,
  instructionsFor,
  stepTitle,
  type AwsAccess,
} from '@keyway/messages';
import { Refused, type HandOffAccess, type HandOffClosing, type Occurrence } from '@keyway/store';
import { GraphQLError } from 'graphql';
import type { HandOffContext, RequestContext } from '../context.ts';
import type {
  AttestHandedOffInput,
  CheckHandedOffInput,
  Resolvers,
  ResolversTypes,
} from '../generated/resolverTypes.ts';
import { localeOf } from '../schema/locale.ts';
import type { HandedOffParent, HandedOffStepParent } from '../schema/parents.ts';
import { InputValidator, validateEveryInput } from '../userErrors/inputValidator.ts';

type HandedOffPayload = Awaited<ResolversTypes['HandedOffPayload']>;
type Place = Pick<CheckHandedOffInput, 'track' | 'step'>;

/** Who checks where nobody states a name. Part of what history hashes, so they never change. */
const NAMES = {
  AZURE_ADMIN: 'Azure admin',
  ENTRA_ADMIN: 'Entra admin',
  AWS_ADMIN: 'AWS admin',
} satisfies Record<HandOffActor, string>;

const closed = (): Refusal => refuse('handOffClosed', null);

/** Says why, and whom to ask: nothing of the customer, and nothing that happened since. */
const closedError = (
  { partnerName }: HandOffAccess,
  { reason, at }: HandOffClosing,
): GraphQLError =>
  new GraphQLError('This hand-off is closed.', {
    extensions: { code: 'HAND_OFF_CLOSED', partner: partnerName, reason, at },
  });

/** Null where it is closed. */
async function handedOffOf({ access, partner }: HandOffContext): Promise<HandedOffParent | null> {
  const stored = access.closed ? null : await partner.run(access.runId);
  return stored && { access, run: stored.run };
}

const ofEvent = ({ id, actor }: HandOffAccess): HandOffOfEvent => ({
  id: globalId('HandOff', id),
  actor,
});

const actorOf = ({ id, actor }: HandOffAccess, name?: string): EventActor => ({
  principal: `handOff:${id}`,
  name: name ?? NAMES[actor],
  origin: 'handOff',
});

interface Act<K extends 'verificationRequested' | 'stepAttested'> {
  name: 'checkHandedOff' | 'attestHandedOff';
  input: Place;
  kind: K;
  /** Validates the input. */
  data: (validate: InputValidator) => { by?: string; data: EventData[K] };
}

/** Applies one event to the run for whoever has the link. */
async function act<K extends 'verificationRequested' | 'stepAttested'>(
  context: RequestContext,
  { name, input, kind, data: dataOf }: Act<K>,
): Promise<HandedOffPayload> {
  const { handOff, services } = context;
  if (!handOff) return { handedOff: null, userErrors: [refuse('handOffTokenNeeded', null)] };
  const { access, partner } = handOff;
  const refused = async (userErrors: Refusal[]): Promise<HandedOffPayload> => {
    const isClosed = userErrors.some(({ code }) => code === 'HAND_OFF_CLOSED');
    return { handedOff: isClosed ? null : await handedOffOf(handOff), userErrors };
  };
  try {
    if (access.closed) throw new Refused(closed());
    validateEveryInput({ ...input, idempotencyKey: null });
    const validate = new InputValidator();
    const { by, data } = dataOf(validate);
    validate.pass();
    const request = { principal: `HAND_OFF:${access.id}`, operation: name, input };
    const outcome = await partner.mutate(request, async (unit) => {
      const occurrence: Occurrence = {
        id: randomUUID(),
        at: services.now(),
        actor: actorOf(access, by),
      };
      const refusal = await unit.handOffs.use(access, occurrence);
      if (refusal) throw new Refused(refusal);
      const advanced = await unit.runs.advance(access.runId, eventOf(occurrence, kind, data));
      if ('refusal' in advanced) throw new Refused(advanced.refusal);
      return null;
    });
    if (!('refusals' in outcome)) return { handedOff: await handedOffOf(handOff), userErrors: [] };
    throw new Refused(
      ...outcome.refusals.map((one) => (one.code === 'RUN_CLOSED' ? closed() : one)),
    );
  } catch (error) {
    if (error instanceof Refused) return refused(error.refusals);
    throw error;
  }
}

/** A check that is under way answers this one too, without another entry in the history. */
async function isBeingChecked(
  { access, partner }: HandOffContext,
  { track, step }: Place,
): Promise<boolean> {
  const stored = access.closed ? null : await partner.run(access.runId);
  if (!stored) return false;
  const { run } = stored;
  const steps = handedOffSteps(run, access.actor, run.updatedAt);
  return (
    steps.some((one) => one.track === track && one.step === step) &&
    run.tracks[track].steps[step]?.observing === true
  );
}

async function check(
  context: RequestContext,
  input: CheckHandedOffInput,
): Promise<HandedOffPayload> {
  const { handOff } = context;
  if (handOff && (await isBeingChecked(handOff, input)))
    return { handedOff: await handedOffOf(handOff), userErrors: [] };
  const { track, step } = input;
  return act(context, {
    ...{ name: 'checkHandedOff', input, kind: 'verificationRequested' },
    data: () => ({ data: { track, step, handOff: ofEvent(handOff!.access) } }),
  });
}

const attest = (context: RequestContext, input: AttestHandedOffInput): Promise<HandedOffPayload> =>
  act(context, {
    ...{ name: 'attestHandedOff', input, kind: 'stepAttested' },
    data: (validate) => ({
      by: validate.name('by', input.by),
      data: {
        ...{ track: input.track, step: input.step, reference: null },
        statement: validate.text('statement', input.statement),
        handOff: ofEvent(context.handOff!.access),
      },
    }),
  });

/** Steps that are shown and can't be acted on. */
const unchangeable = (run: Run, places: Place[]): HandedOffStepParent[] =>
  places.map((place) => ({ run, ...place, mayCheck: false, mayAttest: false }));

/** The steps that stand attested by this very link. */
async function attestedByLink(
  { access, partner }: HandOffContext,
  run: Run,
): Promise<(place: Place) => boolean> {
  const id = globalId('HandOff', access.id);
  const page = { first: MAX_ENTRIES };
  const { edges } = await partner.history(page, { runId: run.id, kind: ['stepAttested'] });
  const own = edges.flatMap(({ node: { at, data } }) => {
    // Cast: what the core writes for this kind.
    const { track, step, handOff } = data as Partial<EventData['stepAttested']>;
    return handOff?.id === id ? [`${track}/${step}/${at}`] : [];
  });
  return ({ track, step }) =>
    own.includes(`${track}/${step}/${run.tracks[track].steps[step]?.attestation?.at}`);
}

/** A run has a few attestations; what is older than so many shows no name. */
const MAX_ENTRIES = 100;

async function doneOf({ access, run }: HandedOffParent, handOff: HandOffContext | null) {
  const done = unchangeable(run, handedOffStepsDone(run, access.actor));
  const isByLink = done.some((step) => stateOf(step).attestation?.by.origin === 'handOff');
  const isOwn = handOff && isByLink ? await attestedByLink(handOff, run) : () => false;
  return done.map((step) => ({ ...step, isOwn: isOwn(step) }));
}

/** What lets Keyway read the key: for the one admin who can create it, by the link. */
async function awsAccessOf(
  run: Run,
  { handOff, services }: Pick<RequestContext, 'handOff' | 'services'>,
): Promise<AwsAccess | null> {
  const principal = services.config.awsPrincipal;
  if (!handOff || !principal || run.organization.cloud !== 'AWS') return null;
  const { id } = run.organization;
  const trust = (await handOff.partner.awsTrusts([id])).get(id);
  return trust
    ? {
        roleArn: trust.roleArn,
        trustPolicy: awsTrustPolicy({ principal, externalId: trust.externalId }),
        permissionsPolicy: awsPermissionsPolicy({ ...trust, keyArn: keyArnOf(run) }),
      }
    : null;
}

const keyArnOf = ({ tracks }: Run): string | null => tracks.AEP.key?.identifier ?? null;

const stateOf = ({ run, track, step }: HandedOffStepParent) => run.tracks[track].steps[step]!;

export const handedOffResolvers: Resolvers = {
  Query: {
    handedOff: (_, _args, { handOff }) => {
      if (handOff?.access.closed) throw closedError(handOff.access, handOff.access.closed);
      return handOff ? handedOffOf(handOff) : null;
    },
  },
  Mutation: {
    checkHandedOff: (_, { input }, context) => check(context, input),
    attestHandedOff: (_, { input }, context) => attest(context, input),
  },
  HandedOff: {
    partner: ({ access }) => access.partnerName,
    organization: ({ access }) => access.organizationName,
    actor: ({ access }) => access.actor,
    note: ({ access }) => access.note,
    expiresAt: ({ access }) => access.expiresAt,
    steps: ({ access, run }, _args, { services }) =>
      handedOffSteps(run, access.actor, services.now()).map((step) => ({ run, ...step })),
    done: (handedOff, _args, { handOff = null }) => doneOf(handedOff, handOff),
    later: ({ access, run }) => unchangeable(run, handedOffStepsLater(run, access.actor)),
  },
  HandedOffStep: {
    id: ({ step }) => step,
    status: (step) => stateOf(step).status,
    title: ({ step }, { locale }) => stepTitle(step, localeOf(locale)),
    sentence: ({ run, track, step, isOwn = false }, { locale }, { services, handOff }) => {
      const partner = handOff?.access.partnerName ?? null;
      const handedOff = { run, track, step, partner, isOwn };
      return describeHandedOffStep(handedOff, services.now(), localeOf(locale));
    },
    checks: (step) =>
      stateOf(step).checks.map((result) => ({ run: step.run, track: step.track, result })),
    instructions: async ({ run, track, step }, { locale }, context) => {
      const awsAccess = step === 'KEY' ? await awsAccessOf(run, context) : null;
      return instructionsFor(run, track, step, localeOf(locale), { byLink: true, awsAccess });
    },
    looking: (step) => stateOf(step).observing,
    lookedAt: async ({ run, track, step }, _args, { handOff }) => {
      const observations = (await handOff?.partner.observations([run.id])) ?? [];
      return (
        observations.find((one) => one.track === track && one.step === step)?.observedAt ?? null
      );
    },
  },
};
