/** The tasks of a viewer, who may have other roles for some organizations than for the rest. */
import { ACTION_NAMES, hasRoleFor, mayMutate, ROLES, type TaskName } from '@keyway/core';
import type { Authenticated, Task, TaskViewer } from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import { isOwnApprover } from '../viewer/permissions.ts';

/** Organizations for which the viewer has the same roles; null: all others of the partner. */
interface Group {
  organizationIds: readonly string[] | null;
  mutations: readonly TaskName[];
}

/** The viewer's organizations by what they may do there. */
function groupsOf(viewer: Authenticated): Group[] {
  const isOwn = (organizationId: string | null): boolean => isOwnApprover(viewer, organizationId);
  const mutationsFor = (organizationId: string | null): TaskName[] => {
    const names = ACTION_NAMES.filter((name) => mayMutate(viewer, name, organizationId));
    const ownApproval = names.includes('approve') && isOwn(organizationId);
    return ownApproval ? [...names, 'approveAsOwnApprover'] : names;
  };
  const rolesFor = (organizationId: string | null): string =>
    [
      ...ROLES.filter((role) => hasRoleFor(viewer, role, organizationId)),
      isOwn(organizationId),
    ].join(' ');
  const ofRest = viewer.organizationIds === null ? rolesFor(null) : null;
  const named = new Set(
    [...viewer.grants, ...(viewer.makerGrants ?? [])].flatMap(
      ({ organizationId }) => organizationId ?? [],
    ),
  );
  const byRoles = new Map<string, string[]>();
  for (const id of named) {
    const roles = rolesFor(id);
    if (roles === ofRest) continue;
    byRoles.set(roles, [...(byRoles.get(roles) ?? []), id]);
  }
  const groups: Group[] = [...byRoles.values()].map((organizationIds) => ({
    organizationIds,
    mutations: mutationsFor(organizationIds[0]!),
  }));
  if (viewer.organizationIds === null)
    groups.push({ organizationIds: null, mutations: mutationsFor(null) });
  return groups.filter(({ mutations }) => mutations.length > 0);
}

const byAge = (a: Task, b: Task): number =>
  a.since.localeCompare(b.since) || a.runId.localeCompare(b.runId);

/** The most important action of each run that waits for this viewer, longest waiting first. */
export async function neededActions(context: RequestContext, first: number): Promise<Task[]> {
  const { viewer } = requireSignedIn(context);
  const { store, now } = context.services;
  const { partnerId, principal } = viewer;
  const groups = groupsOf(viewer);
  const apart = new Set(groups.flatMap(({ organizationIds }) => organizationIds ?? []));
  const tasksOf = async ({ organizationIds, mutations }: Group): Promise<Task[]> => {
    const partner = store.forPartner({ partnerId, organizationIds });
    const asked: TaskViewer = { mutations, principal, now: now() };
    if (organizationIds !== null || apart.size === 0) return partner.neededActions(asked, first);
    // Those of organizations with other roles are left out: they are in a group of their own.
    for (let count = first; ; count *= 2) {
      const found = await partner.neededActions(asked, count);
      const rest = found.filter(({ organizationId }) => !apart.has(organizationId));
      if (rest.length >= first || found.length < count) return rest;
    }
  };
  const found = await Promise.all(groups.map(tasksOf));
  return found.flat().toSorted(byAge).slice(0, first);
}
