/** Fourteen ways to make a server work for nothing, as request bodies against our schema. */
const many = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ');

const deep = (levels: number): string =>
  levels ? `organization { currentRun { ${deep(levels - 1)} } }` : 'id';

const QUERIES: Record<string, string> = {
  'a hundred aliases': `{ ${many(100, (index) => `a${index}: viewer { id }`)} }`,
  'forty levels': `{ runs(first: 1) { nodes { ${deep(20)} } } }`,
  'a thousand fields': `{ ${many(1000, (index) => `f${index}`)} }`,
  'a circle of fragments':
    '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
  'fragments doubled forty times':
    `{ viewer { ...F0 } } ${many(40, (index) => `fragment F${index} on Viewer { ...F${index + 1} ...F${index + 1} }`)} ` +
    'fragment F40 on Viewer { organizations { id } }',
  'first: 1000000': '{ runs(first: 1000000) { nodes { id } } }',
  'first: -1': '{ history(first: -1) { nodes { id } } }',
  'pages of pages of pages':
    '{ organizations(first: 100) { nodes { runs(first: 100) { nodes { history(first: 100) { nodes { id } } } } } } }',
  'introspection in circles':
    '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
  'the same field 400 times': `{ ${many(400, () => 'viewer { id }')} }`,
  'an unknown field': '{ secrets }',
  'a comment of 30,000 characters': `{ viewer { id } } # ${'x'.repeat(30_000)}`,
  'a value of 100,000 characters': `{ runs(first: 1, filter: { text: "${'x'.repeat(100_000)}" }) { nodes { id } } }`,
};

const one = { query: '{ viewer { id } }' };

export const HOSTILE: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(QUERIES).map(([name, query]) => [name, JSON.stringify({ query })]),
  ),
  'a batch of a hundred': JSON.stringify(Array.from({ length: 100 }, () => one)),
};
