/** What can be done in the same step as adding an organization: all of it is optional. */
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { toFieldProps, type UserError } from '../../apollo/userErrors.ts';
import { EMPTY_ADOBE, lackingOfAdobe } from '../../features/connections/adobeDraft.ts';
import { EMPTY_AZURE, lackingOfAzure } from '../../features/connections/azureDraft.ts';
import type { Draft } from '../../features/organization/OrganizationFields.tsx';
import { useKeyDraft } from '../../features/run/actions/KeyField.tsx';

const NOTHING = { statement: '', reference: '', alsoCja: false };
export type EntitlementDraft = typeof NOTHING;

/** A credential that is begun, and whose empty fields are mistakes once the form was sent. */
function useCredential<TDraft extends Record<string, string>>(empty: TDraft) {
  const intl = useIntl();
  const [draft, setDraft] = useState(empty);
  const change = (name: keyof TDraft, value: string) =>
    setDraft((old) => ({ ...old, [name]: value }));
  const [isFolded, setFolded] = useState(false);
  /** From a file, whose fields nobody has to pass. */
  const fill = (part: Partial<TDraft>) => {
    setDraft((old) => ({ ...old, ...part }));
    setFolded(true);
  };
  const fieldOf =
    (isBegun: boolean, lacking: readonly (keyof TDraft)[], errors: readonly UserError[]) =>
    (name: keyof TDraft & string) => ({
      // Nothing is required of what is optional as a whole.
      ...(!isBegun && { isRequired: false }),
      value: draft[name],
      onChange: (value: string) => change(name, value),
      ...(lacking.includes(name)
        ? { isInvalid: true, errorMessage: intl.formatMessage({ id: 'input.required' }) }
        : toFieldProps(errors, name)),
      autoComplete: 'off',
      spellCheck: 'false' as const,
    });
  return { draft, change, fill, fieldOf, isFolded, unfold: () => setFolded(false) };
}

/** Before the organization's own draft, which asks for a tenant where Azure is connected. */
export function useCredentialDrafts() {
  const adobe = useCredential(EMPTY_ADOBE);
  const azure = useCredential(EMPTY_AZURE);
  const { clientId, clientSecret, secretExpires } = adobe.draft;
  return {
    ...{ adobe, azure },
    hasAdobe: [clientId, clientSecret, secretExpires].some(Boolean),
    hasAzure: (
      ['subscriptionId', 'clientId', 'clientSecret', 'secretExpires', 'certificatePem'] as const
    ).some((name) => azure.draft[name] !== ''),
  };
}

export function useFurtherDraft(
  organization: Draft,
  { adobe, azure, ...typed }: ReturnType<typeof useCredentialDrafts>,
) {
  const { further } = useSearch({ from: '/shell/organizations/new' });
  const [isOpen, setOpen] = useState(further === 'now');
  const [isSent, setSent] = useState(false);
  const [startsRun, setStartsRun] = useState<boolean | null>(null);
  const [entitlement, setEntitlement] = useState(NOTHING);
  const onAzure = organization.cloud === 'AZURE';
  const keys = { AEP: useKeyDraft('', organization), CJA: useKeyDraft('', organization) };
  const hasAdobe = onAzure && typed.hasAdobe;
  const hasAzure = onAzure && typed.hasAzure;
  const hasKey = { AEP: keys.AEP.text !== '', CJA: onAzure && keys.CJA.text !== '' };
  const hasStatement = entitlement.statement.trim() !== '';
  const hasEntitlement = hasStatement || entitlement.reference.trim() !== '' || entitlement.alsoCja;
  const needsRun = hasKey.AEP || hasKey.CJA || hasEntitlement;
  const azureDraft = {
    ...azure.draft,
    tenantId: azure.draft.tenantId || organization.azureTenantId,
  };
  const lacking = {
    adobe: hasAdobe ? lackingOfAdobe(adobe.draft) : [],
    // Before it is added, the tenant is asked for among the organization's own fields.
    azure: hasAzure ? lackingOfAzure(azureDraft) : [],
    statement: hasEntitlement && !hasStatement,
    AEP: keys.AEP.isBlocked,
    CJA: hasKey.CJA && keys.CJA.isBlocked,
  };
  const isComplete =
    lacking.adobe.length + lacking.azure.length === 0 &&
    !(lacking.statement || lacking.AEP || lacking.CJA);
  return {
    ...{ isOpen, onAzure, adobe, azure: { ...azure, draft: azureDraft }, keys, entitlement },
    ...{ hasAdobe, hasAzure, hasKey, hasEntitlement, needsRun, lacking, isSent },
    isStarting: needsRun || (startsRun ?? (hasAdobe || hasAzure)),
    hasChanges: hasAdobe || hasAzure || needsRun || startsRun === true,
    open: () => setOpen(true),
    setStartsRun,
    changeEntitlement: (part: Partial<EntitlementDraft>) =>
      setEntitlement((old) => ({ ...old, ...part })),
    /** Whether all that is begun can be sent; otherwise its problems are shown. */
    validate: () => {
      setSent(true);
      return isComplete;
    },
  };
}

export type FurtherDraft = ReturnType<typeof useFurtherDraft>;
