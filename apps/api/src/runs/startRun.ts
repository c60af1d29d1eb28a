/** Starts one run. */
import { parseGlobalId } from '@keyway/core';
import { Refused, type StoredRun } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { StartRunInput } from '../generated/resolverTypes.ts';
import { mutate } from '../mutate.ts';
import { noOrganization, organizationTarget } from '../organizations/organizationMutation.ts';
import type { RunPayload } from './runMutation.ts';

export async function startRun(context: RequestContext, input: StartRunInput): Promise<RunPayload> {
  const { partner, loaders } = requireSignedIn(context);
  const organizationId = parseGlobalId('Organization', input.organizationId);
  let begun: StoredRun;
  const outcome = await mutate(context, {
    name: 'startRun',
    input,
    target: () => organizationTarget(partner, organizationId, noOrganization()),
    work: async (unit, occurrence) => {
      const started = organizationId
        ? await unit.runs.start(organizationId, occurrence())
        : { refusal: noOrganization() };
      if ('refusal' in started)
        throw new Refused({
          ...started.refusal,
          field: started.refusal.field ?? ['organizationId'],
        });
      begun = started.run;
      return { runId: begun.id };
    },
  });
  if ('userErrors' in outcome) return { run: null, userErrors: outcome.userErrors };
  if (!outcome.replayed) loaders.run.prime(begun!.id, begun!);
  return { run: await loaders.run.load(outcome.result.runId), userErrors: [] };
}
