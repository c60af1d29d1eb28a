/**
 * A list answers every field of a run as the run itself does, whether or not the query needs the
 * state: each field alone, so that no other one causes the state to be read.
 */
import {
  getNamedType,
  isObjectType,
  isRequiredArgument,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeSchema } from '../schema/makeSchema.ts';
import { WRITE_AT_USE } from '../transport/operationWriter.ts';
import { anOrganization, aRun, aServer, type TestServer } from '../testing/aServer.ts';

const schema = makeSchema();
let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const typeOf = (name: string): GraphQLObjectType => schema.getType(name) as GraphQLObjectType;

/** So many fields of a type at once: a document has at most 1,000 tokens. */
const FIELDS_AT_ONCE = 15;

/** A field with what is needed to ask for it: leaves of its type, to some depth. */
function selection(name: string, type: GraphQLNamedOutputType, depth: number): string[] {
  if (!isObjectType(type)) return [name];
  if (depth === 0) return [];
  const own = Object.values(type.getFields())
    .filter((field) => !field.args.some(isRequiredArgument) && !isOfTheReading(name, field.name))
    .flatMap((field) => selection(field.name, getNamedType(field.type), depth - 1));
  const parts = Math.ceil(own.length / FIELDS_AT_ONCE);
  return Array.from({ length: parts }, (_, part) => {
    const fields = own.slice(part * FIELDS_AT_ONCE, (part + 1) * FIELDS_AT_ONCE);
    return `${name} { ${fields.join(' ')} }`;
  });
}

/** What is made by asking has the time of asking: it differs each time. */
const isOfTheReading = (parent: string, field: string): boolean =>
  parent.startsWith('configurationNameCheck') && field === 'checkedAt';

/** What a field is asked with: every argument that it requires is a text. */
function argumentsOf({ args }: GraphQLField<unknown, unknown>): string {
  const given = args.flatMap((arg) => {
    if (arg.name === 'first') return ['first: 2'];
    return isRequiredArgument(arg) ? [`${arg.name}: "keyway-cmk"`] : [];
  });
  return given.length > 0 ? `(${given.join(', ')})` : '';
}

/** Each field of Run, of Track and of Step, alone. */
function selections(): string[] {
  const fieldsOf = (name: string): string[] =>
    Object.values(typeOf(name).getFields()).flatMap((field) => {
      return selection(`${field.name}${argumentsOf(field)}`, getNamedType(field.type), 3);
    });
  return [
    ...fieldsOf('Run').filter((field) => !field.startsWith('tracks')),
    ...fieldsOf('Track')
      .filter((field) => !field.startsWith('steps'))
      .map((field) => `tracks { ${field} }`),
    ...fieldsOf('Step').map((field) => `tracks { steps { ${field} } }`),
  ];
}

it.each(selections())('%s', async (field) => {
  const { owner } = server;
  const { id: organizationId } = await anOrganization(owner);
  const id = await aRun(owner, organizationId);
  const expected = (await owner.ask(`query($id: ID!) { run(id: $id) { ${field} } }`, { id })).run;
  expect(expected).toBeTruthy();
  const query = `query($of: [ID!], $organization: ID!) {
       runs(first: 10, filter: { organizationIds: $of }) { nodes { ${field} } edges { node { ... on Run { ...Asked } } } }
       organization(id: $organization) { currentRun { ${field} } runs(first: 10) { nodes { ...Asked } } }
       portfolio { needsYou(first: 80) { run { id ...Asked } } }
     }
     fragment Asked on Run { ${field} }`;
  // Interpreted, compiled, and from texts that are remembered.
  for (let time = 0; time <= WRITE_AT_USE; time += 1) {
    const lists = await owner.ask(query, { of: [organizationId], organization: organizationId });
    expect(lists.runs.nodes).toEqual([expected]);
    expect(lists.runs.edges).toEqual([{ node: expected }]);
    expect(lists.organization.currentRun).toEqual(expected);
    expect(lists.organization.runs.nodes).toEqual([expected]);
    const mine = lists.portfolio.needsYou.find(({ run }: { run: { id: string } }) => run.id === id);
    expect(mine.run).toEqual({ id, ...expected });
  }
});

it('asks for many fields', () => {
  expect(selections().length).toBeGreaterThan(40);
});
