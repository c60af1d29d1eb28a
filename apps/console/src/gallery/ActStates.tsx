/** What the form of a new organization did, in every status that an act can have. */
import { NewOrganizationTexts } from '../features/organization/NewOrganizationTexts.tsx';
import { aConnection } from '../fixtures/anOrganization.ts';
import { NOW } from '../fixtures/aRun.ts';
import { ActProgress, type Acting } from '../pages/newOrganization/ActProgress.tsx';
import type { ActState } from '../pages/newOrganization/ActSequence.ts';

const state = (part: Partial<ActState>): ActState => ({
  ...{ status: 'done', errors: [], failure: null, made: null },
  ...part,
});
const REFUSAL = {
  ...{ code: 'INVALID_INPUT' as const, field: ['keyIdentifier'] },
  message: 'The vault kv-contoso-journey-optimizer-production is used by another organization.',
};
const acting: Acting = {
  states: {
    organization: state({ made: 'organization-1' }),
    ...{ adobe: state({}), azure: state({}), run: state({ made: 'run-1' }) },
    keyAep: state({ status: 'refused', errors: [REFUSAL] }),
    keyCja: state({ status: 'unknown', failure: new Error('Timed out.') }),
    ...{ entitlementAep: state({ status: 'waiting' }), entitlementCja: state({}) },
  },
  checks: { adobe: 'rejected', azure: 'checking' },
  stored: {
    adobe: aConnection({
      ...{ state: 'FAILED', checkedAt: NOW, code: 'invalid_client', message: 'invalid_client' },
      cause: 'Adobe doesn’t accept the client secret.',
      remedy: 'Add a new secret in Adobe Developer Console.',
    }),
    azure: aConnection({ state: 'NOT_TRIED' }),
  },
  ...{ isRunning: false, isLate: false, organizationId: 'organization-1', runId: 'run-1' },
};

export const ActStates = () => (
  <NewOrganizationTexts>
    <ActProgress adding={acting} />
  </NewOrganizationTexts>
);
