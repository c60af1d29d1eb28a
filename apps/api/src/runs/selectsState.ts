/**
 * Whether a query needs the states of the runs that it lists, or only their summaries, which are a
 * tenth of the size.
 */
import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Fields of Run, Track and Step that a summary has, and those of their connection. */
const SUMMARY_FIELDS: ReadonlySet<string> = new Set([
  ...['__typename', 'edges', 'nodes', 'node', 'cursor', 'totalCount', 'id', 'status', 'version'],
  ...['waitingOn', 'progress', 'done', 'total', 'startedAt', 'updatedAt', 'completedAt'],
  ...['tracks', 'steps', 'track', 'actor', 'mode', 'since', 'title', 'run', 'matched'],
  ...['dueAt', 'overdue', 'mayAssign', 'mayComment'],
  ...['coolingOffs', 'step', 'until', 'remainingSeconds', 'nobodysTurnUntil', 'refusedTracks'],
]);
/** Fields whose own fields are not those of a run. */
const OTHER_TYPES: ReadonlySet<string> = new Set([
  ...['organization', 'history', 'owner', 'pageInfo', 'action', 'delays'],
]);

type Fragments = GraphQLResolveInfo['fragments'];

/** By the selection, which is the same object for every request with the same document. */
const known = new WeakMap<SelectionSetNode, boolean>();

function needsState(selectionSet: SelectionSetNode, fragments: Fragments): boolean {
  const found = known.get(selectionSet);
  if (found !== undefined) return found;
  const needs = selectionSet.selections.some((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return fieldNeedsState(selection, fragments);
      case Kind.INLINE_FRAGMENT:
        return needsState(selection.selectionSet, fragments);
      case Kind.FRAGMENT_SPREAD:
        return needsState(fragments[selection.name.value]!.selectionSet, fragments);
    }
  });
  known.set(selectionSet, needs);
  return needs;
}

function fieldNeedsState(
  { name: { value: name }, selectionSet }: FieldNode,
  fragments: Fragments,
): boolean {
  if (OTHER_TYPES.has(name)) return false;
  return !SUMMARY_FIELDS.has(name) || (selectionSet ? needsState(selectionSet, fragments) : false);
}

/** Of a field that answers runs: whether each run's organization is wanted. */
export const selectsOrganization = ({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean =>
  fieldNodes.some(({ selectionSet }) => selectionSet && hasOrganization(selectionSet, fragments));

const withOrganization = new WeakMap<SelectionSetNode, boolean>();

function hasOrganization(selectionSet: SelectionSetNode, fragments: Fragments): boolean {
  const found = withOrganization.get(selectionSet);
  if (found !== undefined) return found;
  const has = selectionSet.selections.some((selection) => {
    if (selection.kind === Kind.FIELD && selection.name.value === 'organization') return true;
    const inner =
      selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value] : selection;
    return inner?.selectionSet ? hasOrganization(inner.selectionSet, fragments) : false;
  });
  withOrganization.set(selectionSet, has);
  return has;
}

/** Of a field that answers runs, or something that holds them. */
export const selectsState = ({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean =>
  fieldNodes.some(({ selectionSet }) => selectionSet && needsState(selectionSet, fragments));
