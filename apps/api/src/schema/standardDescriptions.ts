/**
 * Descriptions of members that mean the same everywhere in the contract, such as `first`. A
 * module's own description takes precedence.
 */
import { Kind, visit, type ASTNode, type DocumentNode, type StringValueNode } from 'graphql';

const MEMBERS: Record<string, string> = {
  id: 'Global, opaque ID. `node` finds the object by it.',
  runId: "The run's ID.",
  organizationId: "The organization's ID.",
  imsOrgId: 'The IMS organization ID, such as `0123456789ABCDEF01234567@AdobeOrg`.',
  identifier: 'The key identifier, as it was typed.',
  configurationName: 'The name of the configuration.',
  text: 'What to search for.',
  input: 'What the mutation needs.',
  idempotencyKey:
    'The same key with the same input returns the first result again for 24 hours. Up to 255 ' +
    'characters.',
  first: 'How many to return: 1 to 100.',
  after: 'The `endCursor` of the page before; left out for the first page.',
  filter: 'Returns only what matches.',
  locale: 'The language: `en` or `es`.',
  edges: 'The items with their cursors.',
  nodes: 'The items of this page.',
  pageInfo: 'Whether more follow, and the cursor to continue after.',
  cursor: 'The position of the item, for `after`.',
  node: 'The item.',
  userErrors: 'Why the mutation was refused; empty if it succeeded.',
};

const TYPES: [suffix: RegExp, description: string][] = [
  [
    /^Query$/,
    'What can be read. Lists take `first` and `after`, and answer `nodes` and `pageInfo`. A missing ' +
      'object is null, and so is one that the viewer does not see.',
  ],
  [
    /^Mutation$/,
    'What can be changed. Each takes one `input`; where `userErrors` are not empty, nothing was ' +
      'changed. With an `idempotencyKey` it can be sent again.',
  ],
  [/^Subscription$/, 'Live updates, by the websocket protocol graphql-transport-ws.'],
  [/Connection$/, 'A page of a list.'],
  [/Edge$/, 'An item of a list, with its cursor.'],
  [/Payload$/, 'The result of a mutation.'],
];

/** The document, with the standard description where a module has none. */
export function withStandardDescriptions(document: DocumentNode): DocumentNode {
  const describeMember = { enter: (node: Described) => describe(node, MEMBERS[node.name.value]) };
  const describeType = { enter: (node: Described) => describe(node, typeDescription(node)) };
  return visit(document, {
    [Kind.FIELD_DEFINITION]: describeMember,
    [Kind.INPUT_VALUE_DEFINITION]: describeMember,
    [Kind.OBJECT_TYPE_DEFINITION]: describeType,
  });
}

type Described = ASTNode & { name: { value: string }; description?: StringValueNode };

const typeDescription = ({ name }: Described): string | undefined =>
  TYPES.find(([suffix]) => suffix.test(name.value))?.[1];

function describe(node: Described, value: string | undefined): Described | undefined {
  if (node.description || value === undefined) return undefined;
  return { ...node, description: { kind: Kind.STRING, value } } as Described;
}
