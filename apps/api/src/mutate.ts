/**
 * How every mutation goes: may this viewer do it, is the input such as can be kept, then one
 * transaction with its idempotency row. A refusal at any point is an answer, and whatever was
 * written before it is gone.
 */
import { randomUUID } from 'node:crypto';
import { ConnectorError, type EventActor, type Refusal } from '@keyway/core';
import { Refused, type Authenticated, type Occurrence, type UnitOfWork } from '@keyway/store';
import { GraphQLError } from 'graphql';
import { signedIn, type House, type RequestContext } from './context.ts';
import { validateEveryInput } from './userErrors/inputValidator.ts';
import { mayMutate, missingFor, type MutationName } from './viewer/permissions.ts';

export type UserErrors = Refusal[];

export interface Mutation<T, P> {
  name: MutationName;
  input: P;
  /**
   * Whether the viewer sees what this is about; asked where they may not do it and where the input
   * is wrong: of what they do not see they learn nothing but that. Answers the refusal for what
   * they do not see.
   */
  visible?: () => Promise<Refusal | null>;
  /** Evaluates the input; throws Refused. */
  validate?: () => void | Promise<void>;
  work: (unit: UnitOfWork, occurrence: () => Occurrence) => Promise<T>;
  /** The result holds something that is shown once. */
  secretResult?: boolean;
}

/** Who did it, as history shows it. */
export function eventActor(viewer: Authenticated): EventActor {
  const from =
    viewer.kind === 'MEMBER'
      ? 'console'
      : viewer.kind === 'TOKEN'
        ? 'API token'
        : 'bootstrap token';
  return { principal: viewer.principal, name: `${viewer.name} (${from})` };
}

/**
 * A fresh occurrence: its ID becomes the history entry's, so each thing that happens needs its own.
 */
export const occurrenceBy = (house: House, viewer: Authenticated): Occurrence => ({
  id: randomUUID(),
  at: house.now(),
  actor: eventActor(viewer),
});

/**
 * What a validate finds wrong with the input; null where nothing is.
 * @throws Refused where it is about what the viewer does not see
 */
async function faultOf(
  visible: Mutation<unknown, unknown>['visible'],
  validate: () => void | Promise<void>,
): Promise<Refused | null> {
  try {
    await validate();
    return null;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    const unseen = await visible?.();
    if (unseen) throw new Refused(unseen);
    return error;
  }
}

/**
 * Runs one mutation. The result is plain JSON, so that it can be answered again for the same
 * idempotency key.
 */
export async function mutate<T, P extends { idempotencyKey?: string | null }>(
  context: RequestContext,
  mutation: Mutation<T, P>,
): Promise<{ result: T } | { userErrors: UserErrors }> {
  const { viewer, partner, loaders } = signedIn(context);
  const { name, input, secretResult = false } = mutation;
  try {
    if (!mayMutate(viewer, name))
      throw new Refused((await mutation.visible?.()) ?? missingFor(viewer, name));
    const unkept = await faultOf(mutation.visible, () => validateEveryInput(input));
    if (unkept) throw unkept;
    const fault = await faultOf(mutation.visible, () => mutation.validate?.());
    const { idempotencyKey, ...rest } = input;
    if (fault && !idempotencyKey) throw fault;
    const outcome = await partner.mutate(
      {
        principal: `${viewer.kind}:${viewer.id}`,
        operation: name,
        idempotencyKey: idempotencyKey ?? null,
        input: rest,
        secretResult,
      },
      (unit) => {
        // Behind the key: what was right when it was first sent is answered again, whatever would
        // be wrong with it by now.
        if (fault) throw fault;
        return mutation.work(unit, () => occurrenceBy(context.house, viewer));
      },
    );
    for (const loader of Object.values(loaders)) loader.clearAll();
    return 'refusals' in outcome ? { userErrors: outcome.refusals } : { result: outcome.result };
  } catch (error) {
    if (error instanceof Refused) return { userErrors: error.refusals };
    throw error instanceof ConnectorError ? sealingUnavailable(error) : error;
  }
}

/**
 * The one thing outside that a mutation needs is the key that seals credentials; nothing was
 * written.
 */
const sealingUnavailable = ({ message }: ConnectorError): GraphQLError =>
  new GraphQLError(`${message} Nothing was changed; please try again later.`, {
    extensions: { code: 'SEALING_UNAVAILABLE' },
  });
