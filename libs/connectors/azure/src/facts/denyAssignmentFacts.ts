/**
 * Deny assignments of Azure RBAC (RB-06) as facts, as far as they concern the use of a vault's
 * keys. Pure.
 */
import { actionMatches } from '@keyway/core';
import type { DeniedPrincipal, DenyAssignmentFacts } from '@keyway/core';
import { z } from 'zod';
import { KEY_ACTIONS } from './dataActions.ts';
import { lenientText, optional, optionalText, parseResponse } from '@keyway/connector-transport';

const texts = optional(z.array(z.string()));
const principals = optional(z.array(z.object({ id: z.string().min(1), type: lenientText })));
const denySchema = z.object({
  id: z.string().min(1),
  properties: z.object({
    denyAssignmentName: lenientText,
    scope: z.string().min(1),
    doNotApplyToChildScopes: optional(z.boolean()),
    principals,
    excludePrincipals: principals,
    condition: optionalText,
    permissions: optional(
      z.array(z.object({ dataActions: texts, notDataActions: texts, condition: optionalText })),
    ),
  }),
});
type Permission = NonNullable<z.infer<typeof denySchema>['properties']['permissions']>[number];

/**
 * Which of the actions Adobe needs a permission denies: what it takes, without what it leaves out.
 */
const deniedActions = ({ dataActions, notDataActions }: Permission): string[] =>
  KEY_ACTIONS.azureRbac.filter(
    (action) =>
      (dataActions ?? []).some((pattern) => actionMatches(pattern, action)) &&
      !(notDataActions ?? []).some((pattern) => actionMatches(pattern, action)),
  );

const byId = (list: DeniedPrincipal[] | null): DeniedPrincipal[] =>
  (list ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1));

/** One row of a list; throws `badResponse` for another form. */
function denyAssignmentFacts(row: unknown): DenyAssignmentFacts {
  const { id, properties: denial } = parseResponse(denySchema, row, 'A deny assignment');
  const permissions = (denial.permissions ?? []).filter(
    (permission) => deniedActions(permission).length > 0,
  );
  const conditions = [denial.condition, ...permissions.map(({ condition }) => condition)].filter(
    (text) => text !== null,
  );
  return {
    id,
    name: denial.denyAssignmentName,
    scope: denial.scope,
    onlyAtScope: denial.doNotApplyToChildScopes ?? false,
    principals: byId(denial.principals),
    excludedPrincipals: byId(denial.excludePrincipals),
    dataActions: [...new Set(permissions.flatMap(deniedActions))].sort(),
    condition: conditions.length > 0 ? conditions.join(' && ') : null,
  };
}

/**
 * Those that deny any use of a key, each once, in the order of their IDs; throws `badResponse`
 * where a row has another form.
 */
export function relevantDenials(rows: readonly unknown[]): DenyAssignmentFacts[] {
  const all = rows.map(denyAssignmentFacts).filter(({ dataActions }) => dataActions.length > 0);
  const byLowerId = new Map(all.map((denial) => [denial.id.toLowerCase(), denial]));
  return [...byLowerId].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, denial]) => denial);
}
