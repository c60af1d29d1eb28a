/**
 * What is known of a run's track, in the form instructions need it: a placeholder in angle brackets
 * stands for what is not known yet.
 */
import {
  applicationIdOf,
  assignmentGuid,
  consentUrlOf,
  exactRole,
  factsOf,
  hostOf,
  type KeyFacts,
  keyOf,
  keyToApprove,
  type Locale,
  principalOf,
  reachesKey,
  type RoleAssignmentFacts,
  roleName,
  type Run,
  otherTenantOf,
  tenantConfirmation,
  tenantOf,
  type TrackId,
  type VaultFacts,
  vaultOf,
} from '@keyway/core';
import type { Messages } from '../messages.ts';
import { messagesIn } from '../messagesIn.ts';

export interface Setting {
  locale: Locale;
  run: Run;
  track: TrackId;
  /** For the customer's admin with the link of a hand-off, where no key can be provided. */
  byLink: boolean;
  isHsm: boolean;
  /** Null where it is not known; `or` gives a placeholder. */
  vault: string | null;
  vaultUri: string | null;
  key: string | null;
  keyIdentifier: string | null;
  tenantId: string | null;
  subscriptionId: string | null;
  resourceGroup: string | null;
  location: string | null;
  resourceId: string | null;
  applicationId: string | null;
  principalObjectId: string | null;
  roleGuid: string;
  roleName: string;
  /** The vault says so to anybody, and the organization was entered with another one. */
  otherTenantId: string | null;
  tenantConfirmation: ReturnType<typeof tenantConfirmation>;
  consentUrl: string | null;
  host: string | null;
  imsOrgId: string;
  /**
   * The vault as the step VAULT last observed it; null where it was not observed or does not exist.
   */
  vaultFacts: VaultFacts | null;
  /**
   * `absent`: proven not to exist; `deleted`: deleted, and still recoverable; `unknown`: not
   * observed.
   */
  vaultState: 'present' | 'absent' | 'deleted' | 'unknown';
  /** The vault as the step NETWORK last observed it, else as VAULT did. */
  networkFacts: VaultFacts | null;
  /** The key as last observed. */
  keyFacts: KeyFacts | null;
  /**
   * The observed assignment of the exact role to Adobe's principal that reaches the key: at the
   * vault if there is one, else above or at the key.
   */
  assignment: RoleAssignmentFacts | null;
  /**
   * The name under which Keyway itself would assign the role; null until vault and principal are
   * known.
   */
  assignmentName: string | null;
}

const partOf = (resourceId: string | null, name: string): string | null =>
  (resourceId && new RegExp(`/${name}/([^/]+)`, 'i').exec(resourceId)?.[1]) || null;

const sameText = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

function vaultStateOf(run: Run, track: TrackId): Setting['vaultState'] {
  const facts = factsOf(run, track, 'VAULT');
  if (facts?.vault.outcome === 'seen') return 'present';
  if (facts?.vault.outcome !== 'absent') return 'unknown';
  return facts.deletedVault === null ? 'absent' : 'deleted';
}

function networkFactsOf(run: Run, track: TrackId): VaultFacts | null {
  const facts = factsOf(run, track, 'NETWORK');
  return facts?.vault.outcome === 'seen' ? facts.vault.value : vaultOf(run, track);
}

function keyFactsOf(run: Run, track: TrackId): KeyFacts | null {
  const facts = factsOf(run, track, 'KEY');
  return facts?.key.outcome === 'seen' ? facts.key.value : null;
}

function assignmentOf(run: Run, track: TrackId, isHsm: boolean): RoleAssignmentFacts | null {
  const [facts, vault, principal] = [
    factsOf(run, track, 'ROLE'),
    vaultOf(run, track),
    principalOf(run, track),
  ];
  if (facts?.assignments.outcome !== 'seen' || !vault || !principal) return null;
  const kind = isHsm ? 'managedHsm' : 'vault';
  const place = {
    kind,
    vaultResourceId: vault.resourceId,
    keyName: keyOf(run, track)?.key ?? null,
  } as const;
  const useful = facts.assignments.value.filter(
    (one) =>
      one.store === (isHsm ? 'hsmLocal' : 'azureRbac') &&
      sameText(one.principalId, principal) &&
      sameText(one.roleDefinitionGuid, exactRole(kind)) &&
      reachesKey(one.scope, place),
  );
  return (
    useful.find((one) => sameText(one.scope, isHsm ? '/keys' : vault.resourceId)) ??
    useful[0] ??
    null
  );
}

export function settingOf(run: Run, track: TrackId, locale: Locale, byLink: boolean): Setting {
  const key = keyOf(run, track);
  const vault = vaultOf(run, track);
  const isHsm = (key?.kind ?? vault?.kind) === 'managedHsm';
  const resourceId = vault?.resourceId ?? run.tracks[track].key?.vaultResourceId ?? null;
  const role = exactRole(isHsm ? 'managedHsm' : 'vault');
  const principalObjectId = principalOf(run, track);
  return {
    ...{ locale, run, track, byLink },
    isHsm,
    vault: key?.vault ?? null,
    vaultUri: key?.vaultUri ?? null,
    key: key?.key ?? null,
    keyIdentifier: keyToApprove(run, track) ?? key?.normalized ?? null,
    tenantId: tenantOf(run, track),
    otherTenantId: otherTenantOf(run, track),
    tenantConfirmation: tenantConfirmation(run, track),
    subscriptionId:
      partOf(resourceId, 'subscriptions') ?? run.connections.azure?.subscriptionId ?? null,
    resourceGroup: partOf(resourceId, 'resourceGroups'),
    location: vault?.location ?? null,
    resourceId,
    applicationId: applicationIdOf(run, track),
    principalObjectId,
    roleGuid: role,
    roleName: roleName(role),
    consentUrl: consentUrlOf(run, track),
    host: hostOf(run),
    imsOrgId: run.organization.imsOrgId,
    vaultFacts: vault,
    vaultState: vaultStateOf(run, track),
    networkFacts: networkFactsOf(run, track),
    keyFacts: keyFactsOf(run, track),
    assignment: assignmentOf(run, track, isHsm),
    assignmentName: vault && principalObjectId ? assignmentGuid(run, track) : null,
  };
}

type Placeholder = keyof Messages['instructions']['placeholders'];

export const placeholder = ({ locale }: Setting, name: Placeholder): string =>
  `<${messagesIn(locale).instructions.placeholders[name]}>`;

/** The value, or what to put in its place. */
export const or = (s: Setting, name: Exclude<Placeholder, 'anotherKey'>): string =>
  s[name] ?? placeholder(s, name);
