/**
 * Adobe's principal has exactly the role it needs at the key, for long enough to be in force
 * (VAL-25, TM-02), and no deny assignment takes it away (RB-06).
 */
import { lowerCase } from '../lowerCase.ts';
import type { CheckContext, CheckValues } from '../check.ts';
import type { DenyAssignmentFacts, RoleAssignmentFacts } from '../azureFacts.ts';
import type { Observed } from '../observedSchema.ts';
import {
  BROADER_ROLES,
  exactRole,
  HSM_ENCRYPTION_USER,
  roleName,
  VAULT_ENCRYPTION_USER,
} from '../roles/azureRoles.ts';
import { grantsWrapping } from '../roles/dataActions.ts';
import { existenceCheck, type Found } from '../catalog/defineCheck.ts';
import { denialAgainst, type Denial } from '../roles/denyAssignments.ts';
import { reachesKey, type KeyPlace } from '../roles/roleScope.ts';

/**
 * A Managed HSM evaluates only its local roles, not those of Azure RBAC (HSM-03, GAP-13).
 * Unreadable deny assignments change no verdict, since most credentials may not read them.
 */
const OUTCOMES = {
  ok: 'PASS',
  okDenialsNotRead: 'PASS',
  broader: 'WARN',
  conditional: 'WARN',
  perhapsDenied: 'WARN',
  denied: 'BLOCK',
  absent: 'BLOCK',
  otherPrincipal: 'BLOCK',
  otherRole: 'BLOCK',
  otherScope: 'BLOCK',
  azureRoleOnHsm: 'BLOCK',
  propagating: 'UNKNOWN',
  unclear: 'UNKNOWN',
} as const;

/** TM-02, unscaled. */
const ROLE_PROPAGATION_SECONDS = 600;
/**
 * Clocks differ; a creation further ahead than this is no instant to wait for, and is ignored.
 */
const MAX_CLOCK_DIFFERENCE_SECONDS = 600;

interface Assignment {
  facts: RoleAssignmentFacts;
  exact: boolean;
  broader: boolean;
  reaches: boolean;
  ours: boolean;
  conditional: boolean;
  /** When it can be in force; null where it can be now. */
  inForceAt: string | null;
}

function inForceAt(createdAt: string | null, context: CheckContext): string | null {
  const created = Date.parse(createdAt ?? '');
  const now = Date.parse(context.now);
  if (Number.isNaN(created) || created - now > MAX_CLOCK_DIFFERENCE_SECONDS * 1000) return null;
  const at = created + ROLE_PROPAGATION_SECONDS * 1000 * context.timeScale;
  return now < at ? new Date(at).toISOString() : null;
}

const placeOf = (context: CheckContext, kind: 'vault' | 'managedHsm'): KeyPlace => ({
  kind,
  vaultResourceId: context.vault?.resourceId ?? null,
  keyName: context.key?.key ?? null,
});

function readAssignment(
  facts: RoleAssignmentFacts,
  context: CheckContext,
  principal: string,
  kind: 'vault' | 'managedHsm',
): Assignment {
  const guid = facts.roleDefinitionGuid.toLowerCase();
  const inStore = facts.store === (kind === 'managedHsm' ? 'hsmLocal' : 'azureRbac');
  return {
    facts,
    exact: inStore && guid === exactRole(kind),
    broader: inStore && (BROADER_ROLES.has(guid) || grantsWrapping(facts.dataActions ?? [], kind)),
    reaches: inStore && reachesKey(facts.scope, placeOf(context, kind)),
    ours: facts.principalId.toLowerCase() === principal,
    conditional: facts.condition !== null,
    inForceAt: inForceAt(facts.createdAt, context),
  };
}

/** Why no assignment gives Adobe access. */
function whyNot(
  all: readonly Assignment[],
  kind: 'vault' | 'managedHsm',
  values: CheckValues,
): Found<keyof typeof OUTCOMES> {
  const valuesOf = ({ facts }: Assignment): CheckValues => ({
    ...values,
    foundRole: roleName(facts.roleDefinitionGuid),
    foundScope: facts.scope,
    foundPrincipal: facts.principalId,
  });
  const inAzureRbac = ({ facts }: Assignment): boolean =>
    facts.store === 'azureRbac' &&
    [VAULT_ENCRYPTION_USER, HSM_ENCRYPTION_USER].includes(facts.roleDefinitionGuid.toLowerCase());
  const ours = all.filter((one) => one.ours);
  const onHsm = kind === 'managedHsm' ? ours.find(inAzureRbac) : undefined;
  if (onHsm) return { outcome: 'azureRoleOnHsm', values: valuesOf(onHsm) };
  const elsewhere = ours.find((one) => one.exact || one.broader);
  if (elsewhere) return { outcome: 'otherScope', values: valuesOf(elsewhere) };
  if (ours[0]) return { outcome: 'otherRole', values: valuesOf(ours[0]) };
  const others = all.find((one) => one.exact && one.reaches);
  if (others) return { outcome: 'otherPrincipal', values: valuesOf(others) };
  return { outcome: 'absent', missing: true, values };
}

/** By the roles alone. */
function validateRoles(
  assignments: readonly RoleAssignmentFacts[],
  context: CheckContext,
  principal: string,
): Found<keyof typeof OUTCOMES> {
  const kind = context.vault?.kind ?? context.key?.kind ?? 'vault';
  const values: CheckValues = {
    role: roleName(exactRole(kind)),
    roleGuid: exactRole(kind),
    principal,
    vault: context.key?.vault ?? null,
    applicationId: context.applicationId,
  };
  const all = assignments.map((facts) => readAssignment(facts, context, principal, kind));
  const useful = all.filter((one) => one.ours && one.reaches && (one.exact || one.broader));
  const valuesOf = (one: Assignment): CheckValues => ({
    ...values,
    foundRole: roleName(one.facts.roleDefinitionGuid),
    foundScope: one.facts.scope,
  });
  const settled = (one: Assignment): boolean => one.inForceAt === null;
  const propagating = (one: Assignment | undefined): Found<keyof typeof OUTCOMES> | null =>
    one?.inForceAt
      ? {
          outcome: 'propagating',
          until: one.inForceAt,
          values: { ...valuesOf(one), until: one.inForceAt },
        }
      : null;

  const plain = useful.filter((one) => one.exact && !one.conditional);
  const inForce = plain.find(settled);
  if (inForce) return { outcome: 'ok', values: valuesOf(inForce) };
  const soon = propagating(plain[0]);
  if (soon) return soon;
  const conditional = useful.find((one) => one.conditional && settled(one));
  const broader = useful.find((one) => !one.conditional && settled(one));
  if (broader) return { outcome: 'broader', values: valuesOf(broader) };
  if (conditional)
    return {
      outcome: 'conditional',
      values: { ...valuesOf(conditional), condition: conditional.facts.condition },
    };
  return propagating(useful[0]) ?? whyNot(all, kind, values);
}

const deniedValues = ({ facts }: Denial): CheckValues => ({
  denial: facts.name ?? facts.id,
  denialScope: facts.scope,
  deniedActions: facts.dataActions.join(', '),
});

/** What deny assignments make of a role that is there. Without one they say nothing new. */
function afterDenials(
  found: Found<keyof typeof OUTCOMES>,
  denials: Observed<DenyAssignmentFacts[]> | undefined,
  context: CheckContext,
  principal: string,
): Found<keyof typeof OUTCOMES> {
  const kind = context.vault?.kind ?? context.key?.kind ?? 'vault';
  if (OUTCOMES[found.outcome] === 'BLOCK' || kind !== 'vault' || !denials) return found;
  if (denials.outcome !== 'seen') {
    const reason =
      denials.outcome === 'unreadable'
        ? denials.failure.message || denials.failure.code
        : denials.detail;
    return found.outcome === 'ok'
      ? { ...found, outcome: 'okDenialsNotRead', values: { ...found.values, reason } }
      : found;
  }
  const denial = denialAgainst(denials.value, placeOf(context, kind), principal);
  if (denial?.certain)
    return { outcome: 'denied', values: { ...found.values, ...deniedValues(denial) } };
  return denial && OUTCOMES[found.outcome] !== 'UNKNOWN'
    ? { outcome: 'perhapsDenied', values: { ...found.values, ...deniedValues(denial) } }
    : found;
}

export const roleIsAssigned = existenceCheck({
  step: 'ROLE',
  order: 10,
  tracks: ['AEP', 'CJA'],
  overridableOn: [],
  rules: [
    'VAL-25',
    'AEP-29',
    'AEP-32',
    'AEP-34',
    'CJA-08',
    'RB-01',
    'RB-03',
    'RB-06',
    'RB-07',
    'GL-05',
    'HSM-03',
    'GAP-13',
    'TM-02',
  ],
  outcomes: OUTCOMES,
  evaluate: (assignments, context, { denials }) => {
    const principal = lowerCase(context.principalObjectId);
    if (assignments.outcome === 'absent')
      return {
        outcome: 'absent',
        missing: true,
        values: { role: roleName(exactRole(context.key?.kind ?? 'vault')), principal },
      };
    // Without the vault's resource ID no scope of Azure RBAC is known to reach it, so a right
    // assignment would count as wrong.
    const kind = context.vault?.kind ?? context.key?.kind ?? 'vault';
    const placeless = kind === 'vault' && context.vault === null && assignments.value.length > 0;
    if (principal === null || placeless) return { outcome: 'unclear', values: { principal } };
    return afterDenials(
      validateRoles(assignments.value, context, principal),
      denials,
      context,
      principal,
    );
  },
});
