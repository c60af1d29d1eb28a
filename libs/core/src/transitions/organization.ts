/** The organization's details were corrected: what depends on them is checked again. */
import { jobKeys, type Outcome } from '../change.ts';
import type { RunEventOf } from '../event.ts';
import type { OrganizationField } from '../organization.ts';
import { changedFields, organizationChangeProblems } from '../organizationChange.ts';
import type { Run, RunDraft } from '../run.ts';
import { TRACK_IDS, type StepId, type TrackId } from '../vocabulary.ts';
import { forgetSteps } from './forget.ts';
import { abortReread } from './attestedSubmission.ts';
import { withoutSetup } from './setup.ts';

/** The steps that depend on a field. IMS organization ID and cloud can't change in an open run. */
const DEPENDENT_STEPS: Readonly<
  Record<OrganizationField, Readonly<Record<TrackId, readonly StepId[]>>>
> = {
  name: { AEP: [], CJA: [] },
  imsOrgId: { AEP: [], CJA: [] },
  cloud: { AEP: [], CJA: [] },
  // Adobe's application is registered at the region's own host (REG-01 to REG-05); consent and role
  // are for that application.
  region: { AEP: ['APP_REGISTRATION', 'CONSENT', 'ROLE'], CJA: [] },
  // The tenant that the vault has to be in (VAL-16) and that consents (AEP-25, AEP-27).
  azureTenantId: { AEP: ['VAULT', 'CONSENT', 'ROLE'], CJA: ['VAULT', 'CONSENT', 'ROLE'] },
  // Another purchase than the one that was attested (ENT-01 to ENT-04).
  shield: { AEP: ['ENTITLEMENT'], CJA: ['ENTITLEMENT'] },
  ownsCja: { AEP: [], CJA: ['ENTITLEMENT'] },
};

export function organizationChanged(run: Run, event: RunEventOf<'organizationChanged'>): Outcome {
  const { organization } = event.data;
  const changed = changedFields(run.organization, organization);
  if (changed.length === 0) return { run, changed: false };
  const [refusal] = organizationChangeProblems(run.organization, organization, {
    run,
    hasConfiguration: false,
    azureConnected: false,
    awsConnected: false,
  });
  if (refusal) return { refusal };
  let next: RunDraft = { ...run, organization };
  const clearJobKeys: string[] = [];
  for (const track of TRACK_IDS) {
    if (!run.tracks[track].applicable) continue;
    const resting = [...new Set(changed.flatMap((field) => DEPENDENT_STEPS[field][track]))];
    const forgotten = forgetSteps(next, track, resting);
    next = forgotten.run;
    if (changed.includes('azureTenantId')) {
      const ended = withoutSetup(next, track, 'organizationChanged', event.at);
      next = ended.run;
      clearJobKeys.push(...ended.clearJobKeys);
    }
    clearJobKeys.push(
      ...forgotten.clearJobKeys,
      ...(resting.length > 0 ? [jobKeys.assign(track), jobKeys.reread(track)] : []),
    );
  }
  // What is being read again was asked for by the old details; the approval is void with its
  // evidence.
  return { run: next.tracks.AEP === run.tracks.AEP ? next : abortReread(next), clearJobKeys };
}
