/**
 * How every mutation runs: check permission, validate the input, then claim the idempotency key and
 * do the work in one transaction, which the viewer's rights outlast. A refusal rolls it back.
 */
import { randomUUID } from 'node:crypto';
import {
  ConnectorError,
  mayMutate,
  mayMutateSomewhere,
  missingFor,
  REQUIREMENTS,
  type PersonalOrigin,
  type Refusal,
} from '@keyway/core';
import {
  HistoryChanged,
  Refused,
  type Authenticated,
  type Occurrence,
  type UnitOfWork,
} from '@keyway/store';
import { inSpan, type Span } from '@keyway/telemetry';
import { GraphQLError } from 'graphql';
import { requireSignedIn, starterOf, type Services, type RequestContext } from './context.ts';
import { validateEveryInput } from './userErrors/inputValidator.ts';
import { type MutationName } from './viewer/permissions.ts';
import { stepUpRefusal } from './viewer/stepUp.ts';

export type UserErrors = Refusal[];

/**
 * What a mutation is about: one organization; the partner as a whole (null); or several
 * organizations (`each`), for which it checks the viewer's role one by one. `refusal`: an object
 * that the viewer can't see.
 */
export type Target = { organizationId: string | null } | 'each' | { refusal: Refusal };

/** Of a mutation about the partner as a whole. */
export const PARTNER: Target = { organizationId: null };
/** Of a mutation that checks several organizations one by one. */
export const EACH: Target = 'each';

export interface Mutation<T, P> {
  name: MutationName;
  input: P;
  /**
   * Left out: the partner as a whole. Called before any other refusal, so that a refusal says
   * nothing about objects that the viewer can't see.
   */
  target?: () => Promise<Target>;
  /** Validates the input; throws Refused. */
  validate?: () => void | Promise<void>;
  work: (unit: UnitOfWork, occurrence: () => Occurrence) => Promise<T>;
  /** What `work` results in, where that is known before. */
  result?: T & object;
  /** The result holds a secret that is shown once. */
  secretResult?: boolean;
}

const ORIGINS = {
  MEMBER: 'console',
  TOKEN: 'apiToken',
  BOOTSTRAP: 'bootstrapToken',
} as const satisfies Record<Authenticated['kind'], PersonalOrigin>;

/** A new occurrence. Its ID becomes that of a history entry, so each entry needs its own. */
export const occurrenceBy = (services: Services, viewer: Authenticated): Occurrence => ({
  id: randomUUID(),
  at: services.now(),
  actor: { principal: viewer.principal, name: viewer.name, origin: ORIGINS[viewer.kind] },
});

/** Refuses where the viewer can't see the object, or has no role for it that allows this. */
async function assertMay(
  viewer: Authenticated,
  { name, target }: Pick<Mutation<unknown, unknown>, 'name' | 'target'>,
): Promise<void> {
  // Whoever may do it for every organization may do it for this one.
  if (mayMutate(viewer, name, null)) return;
  const found = (await target?.()) ?? PARTNER;
  if (found === 'each') {
    if (!mayMutateSomewhere(viewer, name)) throw new Refused(missingFor(viewer, name, null));
  } else if ('refusal' in found) throw new Refused(found.refusal);
  else if (!mayMutate(viewer, name, found.organizationId))
    throw new Refused(missingFor(viewer, name, found.organizationId));
}

/**
 * What `validate` refuses; null where it refuses nothing.
 * @throws Refused where the viewer can't see the object
 */
async function refusedBy(
  target: Mutation<unknown, unknown>['target'],
  validate: () => void | Promise<void>,
): Promise<Refused | null> {
  try {
    await validate();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const found = await target?.();
    if (typeof found === 'object' && 'refusal' in found) throw new Refused(found.refusal);
    return error;
  }
}

/**
 * The result is plain JSON, because it is stored with the idempotency key. Where it is `replayed`,
 * no `work` of this request was committed.
 */
export const mutate = <T, P extends { idempotencyKey?: string | null }>(
  context: RequestContext,
  mutation: Mutation<T, P>,
): Promise<Mutated<T>> =>
  inSpan(
    `mutation ${mutation.name}`,
    () => ({}),
    async (span) => showRefusals(span, await run(context, mutation)),
  );

type Mutated<T> = { result: T; replayed: boolean } | { userErrors: UserErrors };

function showRefusals<T>(span: Span | null, outcome: Mutated<T>): Mutated<T> {
  if ('userErrors' in outcome)
    span?.set({ 'keyway.refusal': outcome.userErrors[0]?.code ?? 'unknown' });
  return outcome;
}

async function run<T, P extends { idempotencyKey?: string | null }>(
  context: RequestContext,
  mutation: Mutation<T, P>,
): Promise<Mutated<T>> {
  const { viewer, partner, loaders } = requireSignedIn(context);
  const { name, input, result, secretResult = false } = mutation;
  try {
    await assertMay(viewer, mutation);
    const { config, now } = context.services;
    const stepUp = stepUpRefusal(viewer, name, { providers: config.providers, now: now() });
    if (stepUp) throw new Refused(stepUp);
    const unstorable = await refusedBy(mutation.target, () => validateEveryInput(input));
    if (unstorable) throw unstorable;
    const invalid = await refusedBy(mutation.target, () => mutation.validate?.());
    const { idempotencyKey, ...rest } = input;
    if (invalid && !idempotencyKey) throw invalid;
    const outcome = await partner.mutate(
      {
        principal: starterOf(viewer),
        asker: viewer,
        endsAccess: REQUIREMENTS[name].endsAccess,
        operation: name,
        idempotencyKey: idempotencyKey ?? null,
        input: rest,
        ...(result && { result }),
        secretResult,
      },
      (unit) => {
        // Only after the key was claimed: a repeated request gets its first result, even where its
        // input would now be refused.
        if (invalid) throw invalid;
        return mutation.work(unit, () => occurrenceBy(context.services, viewer));
      },
    );
    loaders.clear();
    return 'refusals' in outcome ? { userErrors: outcome.refusals } : outcome;
  } catch (error) {
    if (error instanceof Refused) return { userErrors: error.refusals };
    if (error instanceof HistoryChanged) throw historyChanged();
    throw error instanceof ConnectorError ? sealingUnavailable(error) : error;
  }
}

const historyChanged = (): GraphQLError =>
  new GraphQLError(
    'The history of this organization was changed: it is not what was signed. Nothing was changed. Run `keyway history verify`, and find out who has access to the database.',
    { extensions: { code: 'HISTORY_CHANGED' } },
  );

/** The key that seals credentials is the only external service that a mutation needs. */
const sealingUnavailable = ({ message }: ConnectorError): GraphQLError =>
  new GraphQLError(`${message} Nothing was changed. Try again later.`, {
    extensions: { code: 'SEALING_UNAVAILABLE' },
  });
