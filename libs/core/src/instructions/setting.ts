/** What is known of a run's track, in the form instructions need it: a placeholder in angle brackets stands for what is not known yet. */
import { exactRole, roleName } from '../checks/azureRoles.ts';
import { consentUrlOf } from '../consentUrl.ts';
import { applicationIdOf, hostOf, keyOf, principalOf, resolvedKeyIdentifier, tenantOf, vaultOf } from '../knowledge.ts';
import type { Run } from '../run.ts';
import type { TrackId } from '../vocabulary.ts';

export interface Setting {
  run: Run;
  track: TrackId;
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
  consentUrl: string | null;
  host: string | null;
  imsOrgId: string;
  /** Whether the vault has been seen. */
  vaultSeen: boolean;
}

const partOf = (resourceId: string | null, name: string): string | null =>
  (resourceId && new RegExp(`/${name}/([^/]+)`, 'i').exec(resourceId)?.[1]) || null;

export function settingOf(run: Run, track: TrackId): Setting {
  const key = keyOf(run, track);
  const vault = vaultOf(run, track);
  const isHsm = (key?.kind ?? vault?.kind) === 'managedHsm';
  const resourceId = vault?.resourceId ?? run.tracks[track].key?.vaultResourceId ?? null;
  const role = exactRole(isHsm ? 'managedHsm' : 'vault');
  return {
    run,
    track,
    isHsm,
    vault: key?.vault ?? null,
    vaultUri: key?.vaultUri ?? null,
    key: key?.key ?? null,
    keyIdentifier: resolvedKeyIdentifier(run, track) ?? key?.normalized ?? null,
    tenantId: tenantOf(run, track),
    subscriptionId: partOf(resourceId, 'subscriptions') ?? run.connections.azure?.subscriptionId ?? null,
    resourceGroup: partOf(resourceId, 'resourceGroups'),
    location: vault?.location ?? null,
    resourceId,
    applicationId: applicationIdOf(run, track),
    principalObjectId: principalOf(run, track),
    roleGuid: role,
    roleName: roleName(role),
    consentUrl: consentUrlOf(run, track),
    host: hostOf(run),
    imsOrgId: run.organization.imsOrgId,
    vaultSeen: vault !== null,
  };
}

/** The value, or what to put in its place. */
export const or = (value: string | null, placeholder: string): string => value ?? `<${placeholder}>`;
