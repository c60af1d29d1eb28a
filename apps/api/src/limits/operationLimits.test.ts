import {
  buildASTSchema,
  getIntrospectionQuery,
  Kind,
  parse,
  validate,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
} from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefinitions } from '../schema/typeDefinitions.ts';
import { assertAffordable, MAX_COST, measureOperation, type Operation } from './operationLimits.ts';

const schema = buildASTSchema(typeDefinitions());

function operation(text: string, variables: Record<string, unknown> = {}): Operation {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const fragments = document.definitions.filter(
    (d): d is FragmentDefinitionNode => d.kind === Kind.FRAGMENT_DEFINITION,
  );
  return {
    schema,
    operation: document.definitions.find(
      (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION,
    )!,
    fragments: Object.fromEntries(fragments.map((f) => [f.name.value, f])),
    variables,
  };
}
const code = (text: string, variables?: Record<string, unknown>): unknown => {
  try {
    assertAffordable(operation(text, variables));
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
  return 'passes';
};

const RUN = `id status version waitingOn completedAt progress { done total } nextActions { mutation track step label }
  tracks { id status steps { id track status actor mode since externalStatus
    checks { id rules verdict observed expected cause remedy override { reason by at } } } }`;

describe('assertAffordable', () => {
  it('lets a page of 100 organizations with tracks, steps, checks and instructions pass well under the limit', () => {
    const page = operation(
      `{ organizations(first: 100) { totalCount pageInfo { endCursor } nodes { id currentRun { ${RUN} } } } }`,
    );
    expect(measureOperation(page).cost).toBeLessThan(MAX_COST / 3);
    const full = `{ runs(first: 100) { edges { cursor node { ${RUN} tracks { steps { instructions { text values { label value } scripts { tool text } } } } } } } }`;
    expect(code(full)).toBe('passes');
  });

  it('counts what pages of pages could answer', () => {
    expect(
      code(`{ organizations(first: 100) { nodes { runs(first: 100) { nodes { ${RUN} } } } } }`),
    ).toBe('QUERY_TOO_COMPLEX');
    expect(
      code(
        `query($n: Int!) { organizations(first: $n) { nodes { runs(first: $n) { nodes { ${RUN} } } } } }`,
        { n: 100 },
      ),
    ).toBe('QUERY_TOO_COMPLEX');
    expect(
      code(
        `query($n: Int!) { organizations(first: $n) { nodes { runs(first: $n) { nodes { ${RUN} } } } } }`,
        { n: 5 },
      ),
    ).toBe('passes');
  });

  it.each([0, -1, 101, 1_000_000])('refuses first: %i, literal, variable or default', (n) => {
    expect(code(`{ runs(first: ${n}) { nodes { id } } }`)).toBe('BAD_USER_INPUT');
    expect(code('query($n: Int!) { history(first: $n) { nodes { id } } }', { n })).toBe(
      'BAD_USER_INPUT',
    );
    expect(code(`query($n: Int = ${n}) { search(text: "a", first: $n) { matched } }`)).toBe(
      'BAD_USER_INPUT',
    );
    expect(code(`{ portfolio { needsYou(first: ${n}) { since } } }`)).toBe('BAD_USER_INPUT');
  });

  it('is the same for an operation that was measured before, with whatever page sizes', () => {
    const text =
      'query($n: Int = 7, $m: Int!, $f: RunFilter) { runs(first: $n, filter: $f) { nodes { id history(first: $m) { nodes { id } } } } }';
    const again = operation(text);
    const sizes = [
      undefined,
      null,
      'ten',
      1.5,
      Number.NaN,
      ...Array.from({ length: 100 }, (_, n) => n + 1),
    ];
    for (const n of [...sizes, ...sizes]) {
      for (const m of [1, n]) {
        const variables = { n, m };
        expect(measureOperation({ ...again, variables })).toEqual(
          measureOperation(operation(text, variables)),
        );
      }
      for (const variables of [
        { n: 101, m: 1 },
        { n, m: 0 },
      ])
        expect(() => measureOperation({ ...again, variables })).toThrow('Use 1 to 100');
    }
  });

  it('refuses depth', () => {
    const deep = (n: number): string =>
      n ? `organization { currentRun { ${deep(n - 1)} } }` : 'id';
    expect(code(`{ run(id: "1") { ${deep(5)} } }`)).toBe('passes');
    expect(code(`{ run(id: "1") { ${deep(6)} } }`)).toBe('QUERY_TOO_COMPLEX');
  });

  it('refuses many aliases, also through fragments', () => {
    const aliases = (n: number, of: string): string =>
      Array.from({ length: n }, (_, i) => `a${i}: ${of}`).join(' ');
    expect(code(`{ ${aliases(25, 'viewer { id }')} }`)).toBe('passes');
    expect(code(`{ ${aliases(26, 'viewer { id }')} }`)).toBe('QUERY_TOO_COMPLEX');
    expect(
      code(`{ ${aliases(10, 'viewer { ...F }')} } fragment F on Viewer { x: id y: name }`),
    ).toBe('QUERY_TOO_COMPLEX');
  });

  it('is not slowed down by fragments of fragments', () => {
    const levels = 30;
    const chain = Array.from(
      { length: levels },
      (_, i) => `fragment F${i} on Run { ...F${i + 1} ...F${i + 1} }`,
    ).join('\n');
    const measured = measureOperation(
      operation(
        `{ run(id: "1") { ...F0 } } ${chain} fragment F${levels} on Run { progress { done } }`,
      ),
    );
    expect(measured.cost).toBe(1 + 2 ** levels);
    const introspection = chain.replaceAll('on Run', 'on __Type');
    expect(
      code(
        `{ __type(name: "Run") { ...F0 } } ${introspection} fragment F${levels} on __Type { name }`,
      ),
    ).toBe('passes');
  });

  it('answers the introspection of the usual tools, and refuses it endless', () => {
    expect(code(getIntrospectionQuery())).toBe('passes');
    const deep = (n: number): string => (n ? `ofType { ${deep(n - 1)} }` : 'name');
    expect(code(`{ __type(name: "Run") { ${deep(30)} } }`)).toBe('QUERY_TOO_COMPLEX');
  });

  it('allows two verifications of the history at once, not more', () => {
    const ask = (n: number): string =>
      `{ ${Array.from({ length: n }, (_, i) => `h${i}: historyVerification { ok }`).join(' ')} }`;
    expect(code(ask(2))).toBe('passes');
    expect(code(ask(3))).toBe('QUERY_TOO_COMPLEX');
  });
});
