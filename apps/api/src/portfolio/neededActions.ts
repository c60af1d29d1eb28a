/** The tasks of a viewer, who may have other roles for some organizations than for the rest. */
import {
  ACTION_NAMES,
  hasRoleFor,
  mayMutate,
  mutationOf,
  parseTaskPosition,
  PROBLEM_TASKS,
  ROLES,
  tasksOf,
  type Instant,
  type TaskName,
} from '@keyway/core';
import {
  InvalidCursor,
  TASK_COUNT_CAP,
  type Authenticated,
  type Count,
  type Page,
  type PartnerStore,
  type Task,
  type TaskViewer,
} from '@keyway/store';
import { requireSignedIn, type RequestContext } from '../context.ts';
import type { TaskGroupParent } from '../schema/parents.ts';
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
    return tasksOf(names, isOwn(organizationId));
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

/** What is read of the viewer's tasks for each group. */
interface Part {
  partner: PartnerStore;
  asked: TaskViewer;
  /** Organizations with other roles, which are in a group of their own. */
  apart: readonly string[];
}

function partsOf(context: RequestContext, now: Instant): Part[] {
  const { viewer } = requireSignedIn(context);
  const { partnerId, principal } = viewer;
  const groups = groupsOf(viewer);
  const named = groups.flatMap(({ organizationIds }) => organizationIds ?? []);
  return groups.map(({ organizationIds, mutations }) => ({
    partner: context.services.store.forPartner({ partnerId, organizationIds }),
    asked: { mutations, principal, now },
    apart: organizationIds === null ? named : [],
  }));
}

type TaskPlace = ReturnType<typeof parseTaskPosition>;

const isProblemTask = (task: TaskName): boolean => PROBLEM_TASKS.includes(task);

/** Which of the tasks; absent or null: all. */
export interface TaskFilter {
  mutation?: string | null;
  isProblem?: boolean | null;
}

/** The viewer's tasks with these names. */
function onlyOf({ asked }: Part, { mutation, isProblem }: TaskFilter): readonly TaskName[] {
  return asked.mutations.filter(
    (task) =>
      (mutation ?? mutationOf(task)) === mutationOf(task) &&
      (isProblem ?? isProblemTask(task)) === isProblemTask(task),
  );
}

async function tasksOfPart(
  part: Part,
  first: number,
  after: TaskPlace,
  filter: TaskFilter,
): Promise<Task[]> {
  const { partner, asked, apart } = part;
  const only = onlyOf(part, filter);
  for (let count = first; ; count *= 2) {
    const found = await partner.neededActions(asked, { first: count, after, only });
    const rest = found.filter(({ organizationId }) => !apart.includes(organizationId));
    if (rest.length >= first || found.length < count) return rest;
  }
}

const byPosition = (a: Task, b: Task): number => (a.position < b.position ? -1 : 1);

/** A cursor keeps the time of the first page, by which all are in one order. */
const cursorOf = (now: Instant, { position }: Task): string =>
  Buffer.from(JSON.stringify(['tasks', now, position])).toString('base64url');

/** @throws InvalidCursor where it is none of this list */
function readCursor(cursor: string): { now: Instant; after: TaskPlace } {
  const [list, now, position, ...more] = partsOfCursor(cursor);
  const after = typeof position === 'string' ? parseTaskPosition(position) : null;
  const isTime = typeof now === 'string' && parseTaskPosition(`0 ${now} ${NO_RUN}`) !== null;
  if (list !== 'tasks' || !isTime || !after || more.length > 0) throw new InvalidCursor();
  return { now, after };
}

const NO_RUN = '00000000-0000-4000-8000-000000000000';

function partsOfCursor(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** The most important action of each run that waits for this viewer, the most urgent first. */
export async function taskPage(
  context: RequestContext,
  { first, after: cursor, ...filter }: { first: number; after?: string | null } & TaskFilter,
): Promise<Page<Task>> {
  const isNext = cursor !== null && cursor !== undefined;
  const { now, after } = isNext ? readCursor(cursor) : { now: context.services.now(), after: null };
  const parts = partsOf(context, now);
  const found = await Promise.all(parts.map((part) => tasksOfPart(part, first + 1, after, filter)));
  const tasks = found.flat().toSorted(byPosition);
  return {
    edges: tasks.slice(0, first).map((node) => ({ cursor: cursorOf(now, node), node })),
    hasNextPage: tasks.length > first,
    hasPreviousPage: isNext,
  };
}

export async function countTasks(context: RequestContext, filter: TaskFilter = {}): Promise<Count> {
  const parts = partsOf(context, context.services.now());
  const counts = await Promise.all(
    parts.map((part) =>
      part.partner.countNeededActions(part.asked, part.apart, onlyOf(part, filter)),
    ),
  );
  return addUp(counts);
}

/** Exact up to the cap, whatever the counts are of. */
function addUp(counts: readonly Count[]): Count {
  const count = counts.reduce((sum, one) => sum + one.count, 0);
  return {
    count: Math.min(count, TASK_COUNT_CAP),
    capped: count > TASK_COUNT_CAP || counts.some(({ capped }) => capped),
  };
}

/** What was refused or has failed first, then what has waited longest. */
export async function taskGroups(context: RequestContext): Promise<TaskGroupParent[]> {
  const parts = partsOf(context, context.services.now());
  const found = await Promise.all(
    parts.map(({ partner, asked, apart }) => partner.groupNeededActions(asked, apart)),
  );
  const byKind = Map.groupBy(
    found.flat(),
    ({ task }) => `${String(isProblemTask(task))} ${mutationOf(task)}`,
  );
  return [...byKind.values()]
    .map((groups) => ({
      ...addUp(groups),
      mutation: mutationOf(groups[0]!.task),
      isProblem: isProblemTask(groups[0]!.task),
      oldestSince: groups.map(({ oldest }) => oldest).toSorted()[0]!,
    }))
    .toSorted(
      (a, b) =>
        Number(b.isProblem) - Number(a.isProblem) || (a.oldestSince < b.oldestSince ? -1 : 1),
    );
}
