/** Whether a query needs the state of a watch, which is many times the size of its summary. */
import { Kind, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** Fields of KeyHealth that a summary has. */
const SUMMARY_FIELDS: ReadonlySet<string> = new Set([
  ...['__typename', 'health', 'since', 'lookedAt', 'version', 'adobeWebhookUrl'],
]);

const needsState = (
  { selections }: SelectionSetNode,
  fragments: GraphQLResolveInfo['fragments'],
): boolean =>
  selections.some((selection) => {
    switch (selection.kind) {
      case Kind.FIELD:
        return !SUMMARY_FIELDS.has(selection.name.value);
      case Kind.INLINE_FRAGMENT:
        return needsState(selection.selectionSet, fragments);
      case Kind.FRAGMENT_SPREAD:
        return needsState(fragments[selection.name.value]!.selectionSet, fragments);
    }
  });

/** Of the field `keyHealth`. */
export const selectsWatch = ({
  fieldNodes,
  fragments,
}: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): boolean =>
  fieldNodes.some(({ selectionSet }) => selectionSet && needsState(selectionSet, fragments));
