/**
 * `nx g ./tools/nx:graphql-noun policy --plural policies`: the schema module, its resolvers and
 * their test; docs/changing.md, "A GraphQL field". Then `npm run generate`.
 */
import { formatFiles, names, type Tree } from '@nx/devkit';
import { insertBefore, refuseExisting } from '../editFile.ts';

interface GraphqlNounOptions {
  name: string;
  plural: string;
}

const MAKE_SCHEMA = 'apps/api/src/schema/makeSchema.ts';

export default async function generateGraphqlNoun(
  tree: Tree,
  { name, plural }: GraphqlNounOptions,
): Promise<void> {
  const folder = `apps/api/src/${plural}`;
  refuseExisting(tree, `${folder}/${plural}.graphql`);
  tree.write(`${folder}/${plural}.graphql`, module(name, plural));
  tree.write(`${folder}/${name}Resolvers.ts`, resolvers(name, plural));
  tree.write(`${folder}/${name}Resolvers.test.ts`, test(name, plural));
  insertBefore(
    tree,
    MAKE_SCHEMA,
    /import \{ nodeResolvers \}/,
    `import { ${name}Resolvers } from '../${plural}/${name}Resolvers.ts';\n`,
  );
  insertBefore(tree, MAKE_SCHEMA, /^ {4}\],\n {4}resolverValidation/m, `      ${name}Resolvers,\n`);
  await formatFiles(tree);
}

const typeOf = (name: string): string => names(name).className;

const module = (name: string, plural: string): string => `extend type Query {
  "TODO: what is listed, in which order, and who may see it."
  ${plural}(first: Int!, after: String): ${typeOf(name)}Connection!
}

"TODO: what it is."
type ${typeOf(name)} {
  id: ID!
  "Its name."
  name: String!
}

type ${typeOf(name)}Connection {
  edges: [${typeOf(name)}Edge!]!
  nodes: [${typeOf(name)}!]!
  pageInfo: PageInfo!
}

type ${typeOf(name)}Edge {
  cursor: String!
  node: ${typeOf(name)}!
}
`;

const resolvers = (name: string, plural: string): string => `\
import { requireSignedIn } from '../context.ts';
import type { Resolvers } from '../generated/resolverTypes.ts';

export const ${name}Resolvers: Resolvers = {
  Query: {
    ${plural}: (_, _arguments, context) => {
      requireSignedIn(context);
      // TODO: read a page from the partner's store.
      const pageInfo = { hasNextPage: false, hasPreviousPage: false };
      return { edges: [], nodes: [], pageInfo };
    },
  },
};
`;

const test = (name: string, plural: string): string => `\
import { afterAll, beforeAll, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const QUERY = '{ ${plural}(first: 10) { nodes { id name } } }';

it('lists every ${name} of the partner', async () => {
  expect(await server.owner.ask(QUERY)).toEqual({ ${plural}: { nodes: [] } });
});

it('answers nobody who has not signed in', async () => {
  expect((await server.client('').raw({ query: QUERY })).status).toBe(401);
});

// TODO: a token for other organizations gets an answer as if nothing existed.
`;
