/** What every mutation of a run shares: it turns the input into an event and applies it. */
import {
  eventOf,
  parseGlobalId,
  refuse,
  type EventData,
  type EventKind,
  type Refusal,
} from '@keyway/core';
import { Refused, type StoredRun } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { ResolversTypes } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { InputValidator } from '../userErrors/inputValidator.ts';
import type { MutationName } from '../viewer/permissions.ts';

export type RunPayload = Awaited<ResolversTypes['RunPayload']>;

export const noRun = (): Refusal => refuse('runNotFound', ['runId']);

export interface RunRequest<K extends EventKind> {
  mutation: MutationName;
  kind: K;
  /**
   * The event's data from the input; refusals are added to `validate`. `organizationId` is the
   * run's; null where the viewer can't see it.
   */
  data: (
    validate: InputValidator,
    organizationId: () => Promise<string | null>,
  ) => EventData[K] | Promise<EventData[K]>;
}

/** A missing run is always about the input's `runId`. */
const inInput = (refusal: Refusal): Refusal => (refusal.code === 'NOT_FOUND' ? noRun() : refusal);

/** Applies one event to a run for the viewer. */
export async function changeRun<
  K extends EventKind,
  I extends { runId: string; idempotencyKey?: string | null },
>(context: RequestContext, input: I, request: RunRequest<K>): Promise<RunPayload> {
  const { loaders } = requireSignedIn(context);
  const runId = parseGlobalId('Run', input.runId);
  const organizationId = async (): Promise<string | null> =>
    (runId && (await loaders.runSummary.load(runId))?.organizationId) || null;
  let data: EventData[K];
  let changed: StoredRun;
  const outcome = await mutate(context, {
    name: request.mutation,
    input,
    result: { runId },
    target: async () => {
      const found = await organizationId();
      return found === null ? { refusal: noRun() } : { organizationId: found };
    },
    validate: async () => {
      if (!runId) throw new Refused(noRun());
      const validate = new InputValidator();
      data = await request.data(validate, organizationId);
      validate.pass();
    },
    work: async (unit, occurrence) => {
      const event = eventOf(occurrence(), request.kind, data);
      const advanced = await unit.runs.advance(runId ?? '', event);
      if ('refusal' in advanced) throw new Refused(inInput(advanced.refusal));
      changed = advanced.run;
      return { runId };
    },
  });
  if ('userErrors' in outcome) return { run: null, userErrors: outcome.userErrors };
  // What was committed needs no second reading.
  if (!outcome.replayed) loaders.run.prime(changed!.id, changed!);
  return { run: await loaders.run.load(outcome.result.runId ?? ''), userErrors: [] };
}
