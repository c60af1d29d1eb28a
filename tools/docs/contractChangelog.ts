/**
 * `docs/api/changelog.md`: what changed in the contract since the last release, by comparing the
 * two. What was released stays as it is.
 */
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  findBreakingChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { tableRow } from './tableRow.ts';

const ROOTS: readonly string[] = ['Query', 'Mutation', 'Subscription'];
const OPEN = 'Not released yet';
const RELEASED = /^## \d/m;

interface Element {
  /** Such as `Query.run(id)`. */
  coordinate: string;
  /** The coordinate of what it belongs to; null for a type. */
  parent: string | null;
  kind: string;
  deprecated: string | null;
}

interface Member {
  name: string;
  deprecationReason?: string | null;
  args?: readonly Member[];
}

const KINDS: Readonly<Record<string, string>> = {
  Query: 'query',
  Mutation: 'mutation',
  Subscription: 'subscription',
};

function membersOf(type: GraphQLNamedType): readonly Member[] {
  if (isEnumType(type)) return type.getValues();
  const hasFields = isObjectType(type) || isInterfaceType(type) || isInputObjectType(type);
  return hasFields ? Object.values(type.getFields()) : [];
}

const memberKind = (type: GraphQLNamedType): string =>
  KINDS[type.name] ??
  (isEnumType(type) ? 'enum value' : isInputObjectType(type) ? 'input field' : 'field');

/** Every element of a schema by its coordinate. */
function elementsOf(schema: GraphQLSchema): Map<string, Element> {
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const elements = types.flatMap((type): Element[] => [
    { coordinate: type.name, parent: null, kind: 'type', deprecated: null },
    ...membersOf(type).flatMap((member): Element[] => {
      const coordinate = `${type.name}.${member.name}`;
      const parent = ROOTS.includes(type.name) ? null : type.name;
      return [
        {
          ...{ coordinate, parent, kind: memberKind(type) },
          deprecated: member.deprecationReason ?? null,
        },
        ...(member.args ?? []).map((argument) => ({
          ...{ coordinate: `${coordinate}(${argument.name})`, parent: coordinate },
          ...{ kind: 'argument', deprecated: argument.deprecationReason ?? null },
        })),
      ];
    }),
  ]);
  return new Map(elements.map((element) => [element.coordinate, element]));
}

const ORDER = ['query', 'mutation', 'subscription', 'type', 'field', 'argument', 'input field'];
const rank = (kind: string): number => (ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length);

function list(title: string, elements: readonly Element[]): string[] {
  if (elements.length === 0) return [];
  const kinds = [...new Set(elements.map(({ kind }) => kind))].sort((a, b) => rank(a) - rank(b));
  const items = kinds.map((kind) => {
    const names = elements.filter((element) => element.kind === kind);
    return `- ${kind}: ${names.map(({ coordinate }) => `\`${shown(coordinate)}\``).join(', ')}`;
  });
  return [`### ${title}`, '', ...items, ''];
}

/** Operations by their names alone. */
const shown = (coordinate: string): string =>
  coordinate.replace(/^(?:Query|Mutation|Subscription)\./, '');

function deprecations(elements: readonly Element[]): string[] {
  if (elements.length === 0) return [];
  const rows = elements.map(({ coordinate, deprecated }) =>
    tableRow([`\`${coordinate}\``, deprecated ?? '']),
  );
  return ['| deprecated | use instead, and until when it works |', '| --- | --- |', ...rows, ''];
}

/** What changed from one contract to the other, as sections of Markdown. */
export function changesBetween(before: GraphQLSchema, after: GraphQLSchema): string[] {
  const [was, is] = [elementsOf(before), elementsOf(after)];
  // What belongs to something new is new with it.
  const isNew = (name: string): boolean => !was.has(name);
  const added = [...is.values()].filter(
    ({ coordinate, parent }) => isNew(coordinate) && (parent === null || !isNew(parent)),
  );
  const deprecated = [...is.values()].filter(
    ({ coordinate, deprecated }) => deprecated !== null && !was.get(coordinate)?.deprecated,
  );
  const broken = findBreakingChanges(before, after).map(({ description }) => `- ${description}`);
  const parts = [
    ...list(
      'New',
      added.filter(({ coordinate }) => !ROOTS.includes(coordinate)),
    ),
    ...(deprecated.length > 0 ? ['### Deprecated', '', ...deprecations(deprecated)] : []),
    ...(broken.length > 0 ? ['### Broken', '', ...broken, ''] : []),
  ];
  return parts.length > 0 ? parts : ['Nothing changed.', ''];
}

/** @param kept the page as it is, of which released versions stay */
export function changelogPage(
  kept: string,
  { released, served }: { released: GraphQLSchema; served: GraphQLSchema },
): string {
  const start = kept.search(RELEASED);
  const deprecated = [...elementsOf(served).values()].filter((one) => one.deprecated !== null);
  return [
    '# Changes of the contract',
    '',
    '<!-- Written by `npm run generate` from a comparison with the last release; a test compares. -->',
    '',
    'Names and meanings are fixed: types, fields, arguments and enum values are added, and none is',
    'removed or narrowed in a release. So a client has to accept enum values that it does not know.',
    'What will go is deprecated first, with what replaces it and until when it works.',
    '',
    '## Deprecated now',
    '',
    ...(deprecated.length > 0 ? deprecations(deprecated) : ['Nothing.', '']),
    `## ${OPEN}`,
    '',
    ...changesBetween(released, served),
    ...(start >= 0 ? [kept.slice(start)] : []),
  ].join('\n');
}

/** The page with a release in place of what was not released. */
export const closeChangelog = (page: string, version: string, date: string): string =>
  page.replace(`## ${OPEN}\n`, `## ${version} (${date})\n`);

const read = (path: string): string =>
  readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** The page of the current contract. */
export const contractChangelog = (kept: string): string =>
  changelogPage(kept, {
    released: buildSchema(read('apps/api/src/contract/released.graphql')),
    served: buildSchema(read('apps/api/schema.graphql')),
  });
