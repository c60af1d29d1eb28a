/**
 * Situations in which customers get scripts, and what they are then shown, read as what it is.
 * Imported by tests only.
 */
import { parse } from '@cdktf/hcl2json';
import type {
  KeyFacts,
  Locale,
  ObservedStepId,
  RoleAssignmentFacts,
  StepFacts,
  StepId,
  VaultFacts,
} from '@keyway/core';
import type { ScriptTool } from '../src/instructions/instruction.ts';
import { instructionsFor } from '../src/instructions/instructionsFor.ts';
import {
  absent,
  aKey,
  anAssignment,
  anHsm,
  APPLICATION,
  aPrincipal,
  aVault,
  DrivenRun,
  roleStep,
  seen,
  TENANT,
  vaultStep,
} from '@keyway/core/testing';

export const SUBSCRIPTION = '4f1c2d3e-0000-4000-8000-0000000000aa';
export const GROUP = 'rg-prod keys';
export const VERSION = '02cee357ad5d4c72b2b04881fdffd626';
export const PRINCIPAL = 'aaaaaaaa-0000-4000-8000-000000000001';
export const SUBNET = `/subscriptions/${SUBSCRIPTION}/resourceGroups/net/providers/Microsoft.Network/virtualNetworks/hub/subnets/apps`;
const RULES = ['198.51.100.24/32', '203.0.113.0/24'];
export const ASSIGNMENT = '7e57ab1e-0000-4000-8000-00000000beef';

export interface Place {
  hsm?: boolean;
  vault?: Partial<VaultFacts> | 'absent' | 'deleted';
  key?: Partial<KeyFacts> | 'absent';
  assignments?: Partial<RoleAssignmentFacts>[];
  principal?: 'absent';
}

const nameOf = (place: Place): string => (place.hsm ? 'fabrikamhsm' : 'fabrikam-cmk');
const uriOf = (place: Place): string =>
  `https://${nameOf(place)}.${place.hsm ? 'managedhsm' : 'vault'}.azure.net`;
export const resourceIdOf = (place: Place): string =>
  `/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/Microsoft.KeyVault/${place.hsm ? 'managedHSMs' : 'vaults'}/${nameOf(place)}`;
export const keyOf = (place: Place): string => `${uriOf(place)}/keys/ajo-cmk/${VERSION}`;

function vaultIn(place: Place): StepFacts & { step: 'VAULT' } {
  if (place.vault === 'absent') return vaultStep(absent());
  if (place.vault === 'deleted')
    return vaultStep(absent(), { deletedVault: { name: nameOf(place), scheduledPurgeDate: null } });
  const make = place.hsm ? anHsm : aVault;
  const own = {
    name: nameOf(place),
    resourceId: resourceIdOf(place),
    vaultUri: uriOf(place),
    location: 'norwayeast',
    skuName: 'standard',
  };
  return vaultStep(seen(make({ ...own, ...place.vault })));
}

function facts(place: Place, step: ObservedStepId): StepFacts {
  const vault = vaultIn(place);
  switch (step) {
    case 'VAULT':
      return vault;
    case 'NETWORK':
      return { step, vault: vault.vault };
    case 'KEY':
      return {
        step,
        key:
          place.key === 'absent'
            ? absent()
            : seen(aKey({ keyIdentifier: keyOf(place), ...place.key })),
      };
    case 'CONSENT':
      return {
        step,
        servicePrincipal:
          place.principal ??
          seen(aPrincipal({ tenantId: TENANT, objectId: PRINCIPAL, appId: APPLICATION })),
      } as StepFacts;
    case 'ROLE':
      return roleStep(
        ...(place.assignments ?? []).map((one) => anAssignment({ principalId: PRINCIPAL, ...one })),
      );
    default:
      return new DrivenRun().world('AEP', step);
  }
}

/** A run whose AEP track observed this place at every step. */
export function runAt(place: Place) {
  const driven = new DrivenRun();
  driven.world = (track, step) =>
    track === 'AEP' ? facts(place, step) : new DrivenRun().world(track, step);
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  driven.must('keyProvided', { track: 'AEP', keyIdentifier: keyOf(place), vaultResourceId: null });
  driven.observe();
  // Steps that wait for a blocked one are shown what is there as well.
  const steps = Object.fromEntries(
    Object.entries(driven.run.tracks.AEP.steps).map(([step, state]) => [
      step,
      ['NETWORK', 'KEY', 'CONSENT', 'ROLE'].includes(step) &&
      place.vault !== 'absent' &&
      place.vault !== 'deleted'
        ? {
            ...state,
            facts:
              place.principal && step !== 'NETWORK' && step !== 'KEY'
                ? null
                : facts(place, step as ObservedStepId),
          }
        : state,
    ]),
  );
  return {
    ...driven.run,
    tracks: { ...driven.run.tracks, AEP: { ...driven.run.tracks.AEP, steps } },
  } as typeof driven.run;
}

export const instructionsAt = (place: Place, step: StepId, locale: Locale = 'en') =>
  instructionsFor(runAt(place), 'AEP', step, locale)!;
export const toolsOf = (place: Place, step: StepId): ScriptTool[] =>
  instructionsAt(place, step).scripts.map(({ tool }) => tool);
export const textOf = (place: Place, step: StepId, tool: ScriptTool): string =>
  instructionsAt(place, step).scripts.find((one) => one.tool === tool)?.text ?? '';

export type Block = Record<string, unknown>;
type Hcl = {
  resource?: Record<string, Record<string, Block[]>>;
  import?: { to: string; id: string }[];
  data?: Block;
};
export const hcl = async (text: string): Promise<Hcl> => (await parse('main.tf', text)) as Hcl;
export const terraformOf = async (place: Place, step: StepId): Promise<Hcl> =>
  hcl(textOf(place, step, 'TERRAFORM'));
export const inHcl = async (place: Place, step: StepId, type: string): Promise<Block> =>
  Object.values((await terraformOf(place, step)).resource![type]!)[0]![0]!;

export const DENY = {
  bypass: 'None',
  defaultAction: 'Deny',
  ipRules: RULES,
  virtualNetworkRules: [SUBNET],
};
export const vaultAssignment: Partial<RoleAssignmentFacts> = {
  id: `${resourceIdOf({})}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
  scope: resourceIdOf({}),
};
const atHsm: Partial<RoleAssignmentFacts> = {
  id: `/keys/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
  scope: '/keys',
  store: 'hsmLocal',
  roleDefinitionGuid: '33413926-3206-4cdd-b39a-83574fe37a17',
};
export const OFF = { enablePurgeProtection: null, enableRbacAuthorization: false };
export const SITUATIONS: Record<string, Place> = {
  'nothing exists': { vault: 'absent', key: 'absent', assignments: [] },
  'vault deleted': { vault: 'deleted', key: 'absent', assignments: [] },
  'vault with rules': { vault: { ...OFF, networkAcls: DENY }, key: 'absent', assignments: [] },
  'vault closed': {
    vault: { publicNetworkAccess: 'Disabled', networkAcls: DENY },
    key: { enabled: false, keyOps: ['sign'] },
  },
  'legacy vault': { vault: { ...OFF, enableSoftDelete: false }, key: { kty: 'EC', bits: null } },
  perimeter: { vault: { publicNetworkAccess: 'SecuredByPerimeter' }, key: { bits: 2048 } },
  'key exists': {
    key: { expires: 2_000_000_000, keyOps: ['encrypt', 'unwrapKey', 'wrapKey'] },
    assignments: [],
  },
  'assignment exists': { assignments: [vaultAssignment] },
  'assignment above': {
    assignments: [
      {
        id: `/subscriptions/${SUBSCRIPTION}/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: `/subscriptions/${SUBSCRIPTION}`,
      },
    ],
  },
  'assignment in a management group': {
    assignments: [
      {
        id: `/providers/Microsoft.Management/managementGroups/m/providers/Microsoft.Authorization/roleAssignments/${ASSIGNMENT}`,
        scope: '/providers/Microsoft.Management/managementGroups/m',
      },
    ],
  },
  'HSM to change': {
    hsm: true,
    vault: { enablePurgeProtection: null, networkAcls: DENY },
    key: 'absent',
    assignments: [],
  },
  'HSM absent': { hsm: true, vault: 'absent', key: 'absent', assignments: [] },
  'HSM in order': { hsm: true, assignments: [atHsm] },
};
