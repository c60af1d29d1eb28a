/** Reads what is there and plans the changes of a set-up. Changes nothing. */
import { passingFailure, planChanges, setupStatus } from '@keyway/core';
import { failureFrom } from '../observe/observe.ts';
import type { EffectHandler } from './effectContext.ts';
import { whileMayArrive } from './whileMayArrive.ts';

/** After so many a plan is shown with what could not be read. */
const MAX_PASSING_FAILURES = 5;

export const planSetup: EffectHandler<'planSetup'> = async (
  { track, setupId, attempt },
  context,
) => {
  const { setup } = context.run.tracks[track];
  if (setup?.id !== setupId || setupStatus(setup) !== 'PLANNING')
    return { notWanted: 'nobody waits for this plan any more' };
  const early = whileMayArrive(setup, context);
  if (early) return early;
  const { request } = setup;
  try {
    const connection = await context.azureConnection();
    const facts = await context.azure.readSetup(connection, request.target, {
      signal: context.signal,
    });
    const changes = planChanges(request, facts, context.now());
    const failure = attempt < MAX_PASSING_FAILURES ? passingFailure(changes, facts) : null;
    return failure
      ? { kind: 'setupPlanFailed', data: { track, setupId, failure, attempt } }
      : { kind: 'setupPlanned', data: { track, setupId, changes } };
  } catch (error) {
    return {
      kind: 'setupPlanFailed',
      data: { track, setupId, failure: failureFrom(error), attempt },
    };
  }
};
