/** Adds an organization and does what else was filled in, by one press or, after failures, more. */
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useConnections } from '../../features/connections/useConnections.ts';
import type { ConnectionFieldsFragment } from '../../generated/graphql.ts';
import { forgetTyped } from '../../routing/typedFields.ts';
import { focusFirstMistake } from '../../ui/focusFirstMistake.ts';
import type { ActId, ActState } from './ActSequence.ts';
import { checkOf, isSettled } from './credentialCheck.ts';
import { useActs } from './useActs.ts';
import { useLate } from './useLate.ts';
import { useCredentialDrafts, useFurtherDraft } from './useFurtherDraft.ts';
import { useOrganizationDraft } from './useOrganizationDraft.ts';

export function useNewOrganization() {
  const credentials = useCredentialDrafts();
  const { states, isRunning, sequence, listActs } = useActs();
  const organization = useOrganizationDraft({
    errors: states.organization?.errors ?? [],
    // Later, it is a field of the connection.
    needsTenant: credentials.hasAzure && states.organization?.status !== 'done',
    onChange: () => sequence.forgetRefusal('organization'),
  });
  const further = useFurtherDraft(organization.draft, credentials);
  const organizationId = states.organization?.made ?? null;
  const runId = states.run?.made ?? null;
  const stored = useConnections(states.adobe || states.azure ? organizationId : null);
  const checks = {
    adobe: outcomeOf(states.adobe, stored.adobe),
    azure: outcomeOf(states.azure, stored.azure),
  };

  /** @param form whose first mistake takes the focus; null: none */
  function press(form: HTMLElement | null) {
    if (isRunning || !navigator.onLine) return;
    const input = organization.validate();
    const isComplete = further.validate();
    if (!input || !isComplete) return focusFirstMistake(form);
    const rejected = (['adobe', 'azure'] as const).filter((one) => checks[one] === 'rejected');
    void sequence.perform(listActs(input, further), new Set<ActId>(rejected));
  }

  const all = Object.values(states);
  const isSaved = !isRunning && all.length > 0 && all.every(({ status }) => status === 'done');
  const outcomes = Object.values(checks).filter((one) => one !== null);
  const hasAll = isSaved && !outcomes.includes('rejected');
  useLanding(isSaved && outcomes.every(isSettled), organizationId, runId);
  useEffect(() => {
    if (hasAll) forgetTyped();
  }, [hasAll]);
  // Where one is rejected, that is corrected at once.
  const isChecking = hasAll && outcomes.includes('checking');
  return {
    ...{ organization, further, states, checks, stored, isRunning, organizationId, runId },
    press,
    isChecking,
    /** Nobody has to wait for the check any longer. */
    isLate: useLate(isChecking),
    hasUnsaved: (organization.hasChanges || further.hasChanges) && !hasAll,
  };
}

export type NewOrganization = ReturnType<typeof useNewOrganization>;

/** Null where nothing was stored by this form. */
const outcomeOf = (
  state: ActState | undefined,
  connection: ConnectionFieldsFragment | null,
): ReturnType<typeof checkOf> | null => (state?.status === 'done' ? checkOf(connection) : null);

/** Opens the run, or else the page of the organization with the forms of its connections. */
function useLanding(isDone: boolean, organizationId: string | null, runId: string | null) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!isDone || !organizationId) return;
    // Everything is saved.
    const ignoreBlocker = true;
    void (runId
      ? navigate({ to: '/runs/$runId', params: { runId }, ignoreBlocker })
      : navigate({
          to: '/organizations/$organizationId',
          params: { organizationId },
          ...{ search: { connect: 'now' as const }, ignoreBlocker },
        }));
  }, [isDone, organizationId, runId, navigate]);
}
