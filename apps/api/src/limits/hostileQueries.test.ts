import { hash } from 'node:crypto';
import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  anOrganization,
  aRun,
  aServer,
  type Answer,
  type Client,
  type TestServer,
} from '../testing/aServer.ts';
import { MAX_COST } from './operationLimits.ts';
import { CONSOLE_DOCUMENTS, readPersistedDocuments } from '../transport/persistedDocuments.ts';

let server: TestServer;
let owner: Client;
let anonymous: Client;
beforeAll(async () => {
  server = await aServer();
  owner = server.owner;
  anonymous = server.client('');
});
afterAll(() => server.close());

const codes = (answer: Answer): [number, string | undefined] => [
  answer.status,
  answer.errors?.[0]?.extensions.code,
];
const many = (n: number, text: (i: number) => string): string =>
  Array.from({ length: n }, (_, i) => text(i)).join(' ');

describe('hostile queries of somebody signed in', () => {
  const deep = (n: number): string => (n ? `organization { currentRun { ${deep(n - 1)} } }` : 'id');
  it.each([
    ['aliases', `{ ${many(100, (i) => `a${i}: viewer { id }`)} }`, 'QUERY_TOO_COMPLEX'],
    ['depth', `{ runs(first: 1) { nodes { ${deep(20)} } } }`, 'QUERY_TOO_COMPLEX'],
    ['tokens', `{ ${many(1000, (i) => `f${i}`)} }`, 'GRAPHQL_PARSE_FAILED'],
    [
      'fragment cycle',
      '{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments of fragments',
      `{ viewer { ...F0 } } ${many(40, (i) => `fragment F${i} on Viewer { ...F${i + 1} ...F${i + 1} }`)} fragment F40 on Viewer { organizations { id } }`,
      'QUERY_TOO_COMPLEX',
    ],
    ['first: 1000000', '{ runs(first: 1000000) { nodes { id } } }', 'BAD_USER_INPUT'],
    ['first: 0', '{ organizations(first: 0) { nodes { id } } }', 'BAD_USER_INPUT'],
    ['first: -1', '{ history(first: -1) { nodes { id } } }', 'BAD_USER_INPUT'],
    [
      'pages of pages',
      '{ organizations(first: 100) { nodes { runs(first: 100) { nodes { history(first: 100) { nodes { id } } } } } } }',
      'QUERY_TOO_COMPLEX',
    ],
    [
      'circular introspection',
      '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }',
      'GRAPHQL_VALIDATION_FAILED',
    ],
    ['duplicate fields', `{ ${many(400, () => 'viewer { id }')} }`, 'GRAPHQL_PARSE_FAILED'],
    ['unknown field', '{ secrets }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a long document', `{ viewer { id } } # ${'x'.repeat(30_000)}`, 'BAD_REQUEST'],
    ['nothing', '', 'BAD_REQUEST'],
  ])('%s is refused', async (_name, query, code) => {
    expect(codes(await owner.raw({ query }))).toEqual([400, code]);
  });

  it.each([
    [
      'a batch',
      JSON.stringify([{ query: '{ viewer { id } }' }, { query: '{ viewer { id } }' }]),
      400,
    ],
    ['half a JSON', '{"query": "{ viewer', 400],
    ['a prototype', '{"query":"{ viewer { id } }","__proto__":{"a":1}}', 400],
    ['no JSON', 'query', 400],
    [
      'more than 6 MiB',
      JSON.stringify({ query: '{ viewer { id } }', variables: { x: 'x'.repeat(7 * 1024 * 1024) } }),
      413,
    ],
  ])('%s is refused in GraphQL’s shape', async (_name, body, status) => {
    expect(codes(await owner.raw(body))).toEqual([status, 'BAD_REQUEST']);
  });

  it('takes UTF-8 alone, and says so rather than keep something else than was sent', async () => {
    const send = (name: Buffer): Promise<Response> => {
      const [before = '', after = ''] = JSON.stringify({
        query: 'query($text: String!) { inspectKeyIdentifier(identifier: $text) { verdict } }',
        variables: { text: '|' },
      }).split('|');
      return fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${owner.token}` },
        body: Buffer.concat([Buffer.from(before), name, Buffer.from(after)]),
      });
    };
    expect((await send(Buffer.from('Zoë'))).status).toBe(200);
    for (const bytes of [
      Buffer.from('Zoë', 'latin1'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from([0xed, 0xa0, 0x80]),
    ]) {
      const answer = await send(bytes);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        errors: [
          { message: expect.stringContaining('UTF-8'), extensions: { code: 'BAD_REQUEST' } },
        ],
      });
    }
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/graphql'])(
    'a body of %s is refused with the supported types',
    async (type) => {
      const answer = await owner.raw(JSON.stringify({ query: '{ viewer { id } }' }), {
        'content-type': type,
      });
      expect(codes(answer)).toEqual([415, 'BAD_REQUEST']);
      expect(answer.errors?.[0]?.message).toContain('application/json');
    },
  );

  it('executes no subscription by HTTP, and says what it needs', async () => {
    const live = 'subscription Live { runsChanged { id version } }';
    for (const body of [
      { query: live },
      { query: `query Viewer { viewer { id } } ${live}`, operationName: 'Live' },
    ]) {
      const answer = await owner.raw(body);
      expect(codes(answer)).toEqual([400, 'BAD_REQUEST']);
      expect(answer.errors?.[0]?.message).toContain('graphql-transport-ws');
    }
  });

  it('too many wrong values are the client’s mistake, not ours', async () => {
    const before = server.log.length;
    // The third time by a compiled query.
    for (let time = 1; time <= 3; time += 1) {
      const answer = await owner.raw({
        query:
          'query($f: OrganizationFilter) { organizations(first: 1, filter: $f) { totalCount } }',
        variables: { f: { waitingOn: Array.from({ length: 500 }, () => 'NOBODY') } },
      });
      expect(answer.status).toBe(400);
      expect(new Set(answer.errors?.map((error) => error.extensions.code))).toEqual(
        new Set(['BAD_USER_INPUT']),
      );
      expect(answer.errors?.at(-1)?.message).toBe('There are more invalid values than these.');
    }
    expect(server.log.slice(before)).toEqual([]);
  });

  it.each([
    ['a long list', `[${Array.from({ length: 20_000 }, () => '"PARTNER"').join()}]`],
    ['lists of lists', '['.repeat(20_000) + ']'.repeat(20_000)],
  ])('variables with %s are refused before they are read', async (_name, list) => {
    const query =
      'query($f: OrganizationFilter) { organizations(first: 1, filter: $f) { totalCount } }';
    const answer = await owner.raw(
      `{"query":${JSON.stringify(query)},"variables":{"f":{"waitingOn":${list}}}}`,
    );
    expect(codes(answer)).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain('values');
  });

  it.each([
    ['query', '{ viewer { id } }'],
    [
      'mutation',
      `{ createOrganization(input: { name: "Unseen", imsOrgId: "${'7'.repeat(24)}@AdobeOrg", shield: HEALTHCARE_SHIELD, region: VA7 }) { userErrors { code } } }`,
    ],
  ])('runs no %s by another name than its own, which no limit has seen', async (kind, fields) => {
    const organizations = async () =>
      (await owner.raw({ query: '{ organizations(first: 1) { totalCount } }' })).text;
    const before = [server.log.length, await organizations()];
    // Repeated: what is known of a document by then must not help.
    for (let time = 0; time < 4; time += 1)
      expect(
        await owner.raw({ query: `${kind} One ${fields}`, operationName: 'Two' }),
      ).toMatchObject({
        status: 400,
        errors: [{ message: 'Unknown operation named "Two".' }],
      });
    expect([server.log.length, await organizations()]).toEqual(before);
  });

  it('says nothing of the schema that was not asked for', async () => {
    expect((await owner.raw({ query: '{ viewr { id } }' })).text).not.toContain('viewer');
  });

  it('answers introspection and a full page of organizations', async () => {
    expect((await owner.raw({ query: getIntrospectionQuery() })).status).toBe(200);
    const page = `{ organizations(first: 100) { nodes { currentRun { tracks { steps { checks { id title observed cause remedy } } } } } } }`;
    expect((await owner.raw({ query: page })).status).toBe(200);
  });

  it.each([
    ['region', { region: 'MARS' }],
    ['cloud', { cloud: 7 }],
    ['name', { name: { a: 1 } }],
    ['ownsCja', { ownsCja: 'yes' }],
    ['color', { color: 'red' }],
    ['shield', { shield: null }],
  ])('a wrong type or unknown value of %s is an error that names it', async (field, change) => {
    const variables = {
      input: { name: 'x', imsOrgId: 'x', shield: 'HEALTHCARE_SHIELD', ...change },
    };
    const answer = await owner.raw({
      query:
        'mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { userErrors { code } } }',
      variables,
    });
    expect(codes(answer)).toEqual([400, 'BAD_USER_INPUT']);
    expect(answer.errors?.[0]?.message).toContain(field);
  });

  it('cuts what it says of a huge wrong value', async () => {
    const variables = { input: { name: 'x', imsOrgId: 'x', shield: 'x'.repeat(1_000_000) } };
    const answer = await owner.raw({
      query:
        'mutation($input: CreateOrganizationInput!) { createOrganization(input: $input) { userErrors { code } } }',
      variables,
    });
    expect(answer.status).toBe(400);
    expect(answer.text.length).toBeLessThan(3000);
  });

  it('masks what it did not mean to say, and logs it under the ID it gives', async () => {
    const { id } = await anOrganization(owner);
    const runId = await aRun(owner, id);
    await server.database.query(
      `update run set state = '{}'::json where organization_id = (select id from organization order by created_at desc limit 1)`,
    );
    const answer = await owner.raw({
      query: 'query($id: ID!) { run(id: $id) { status progress { done } } }',
      variables: { id: runId },
    });
    const [error] = answer.errors ?? [];
    expect(error?.extensions.code).toBe('INTERNAL_SERVER_ERROR');
    expect(error?.message).toContain(error?.extensions.errorId);
    expect(Object.keys(error ?? {}).toSorted()).toEqual(['extensions', 'message', 'path']);
    expect(server.log.join('')).toContain(error?.extensions.errorId);
  });
});

describe('whoever is not signed in', () => {
  it.each([
    ['a query', { query: '{ viewer { id } }' }],
    ['introspection', { query: getIntrospectionQuery() }],
    ['a type’s name', { query: '{ __type(name: "Run") { name } }' }],
    [
      'a mutation',
      { query: 'mutation { startRun(input: { organizationId: "x" }) { userErrors { code } } }' },
    ],
    ['more beside what is free', { query: '{ environment { sandbox } viewer { id } }' }],
    [
      'more in a fragment',
      { query: '{ environment { sandbox } ...F } fragment F on Query { portfolio { runs } }' },
    ],
    ['a broken document', { query: '{' }],
    ['a batch', [{ query: '{ environment { sandbox } }' }]],
    ['a persisted query', { extensions: { persistedQuery: { version: 1, sha256Hash: 'x' } } }],
    [
      'a huge body',
      { query: '{ environment { sandbox } }', variables: { x: 'x'.repeat(100_000) } },
    ],
  ])('gets 401 for %s', async (_name, body) => {
    expect(codes(await anonymous.raw(body))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it.each(['kw_nonsense', 'nonsense', `kw_${'x'.repeat(43)}`])(
    'gets 401 with the token %s',
    async (token) => {
      expect(codes(await server.client(token).raw({ query: '{ viewer { id } }' }))).toEqual([
        401,
        'UNAUTHENTICATED',
      ]);
    },
  );

  it('may read the environment without signing in', async () => {
    const answer = await anonymous.raw({
      query: '{ environment { sandbox version signIn { name url } } __typename }',
    });
    expect(answer.data).toEqual({
      environment: { sandbox: true, version: expect.stringMatching(/^\d/), signIn: [] },
      __typename: 'Query',
    });
  });
});

/** A document of the console by its operation's name. */
function consoleDocument(name: string): { text: string; extensions: object } {
  const known = [...readPersistedDocuments(CONSOLE_DOCUMENTS)].find(([, text]) =>
    new RegExp(`^\\w+ ${name}\\b`).test(text),
  );
  if (!known) throw new Error(`The console has no document ${name}`);
  const [sha256Hash, text] = known;
  return { text, extensions: { persistedQuery: { version: 1, sha256Hash } } };
}
const asSearch = (extensions: object): string =>
  `?extensions=${encodeURIComponent(JSON.stringify(extensions))}`;

describe('a document of the console', () => {
  it('is named by its hash, and answered as its text is', async () => {
    for (const name of ['Viewer', 'MatrixPage']) {
      const { text, extensions } = consoleDocument(name);
      const variables = { first: 3, locale: 'en' };
      const named = await owner.raw({ extensions, variables });
      expect(named.data).toBeTruthy();
      const { status, data, errors } = await owner.raw({ query: text, variables });
      expect(named).toMatchObject({ status, data });
      expect(errors).toBe(named.errors);
    }
  });

  it('is never answered to the anonymous: the sign-in page has none', async () => {
    for (const name of ['Viewer', 'MatrixPage', 'OwnSessions']) {
      const { extensions } = consoleDocument(name);
      expect(codes(await anonymous.raw({ extensions }))).toEqual([401, 'UNAUTHENTICATED']);
    }
  });

  it('is known from the start: no client can add or replace one', async () => {
    const query = '{ viewer { role } }';
    const extensions = { persistedQuery: { version: 1, sha256Hash: hash('sha256', query, 'hex') } };
    expect(codes(await owner.raw({ extensions }))[1]).toBe('PERSISTED_QUERY_NOT_FOUND');
    // Its text is answered all the same: the console of another version sends it.
    expect((await owner.raw({ query, extensions })).data).toEqual({ viewer: { role: 'OWNER' } });
    expect(codes(await owner.raw({ extensions }))[1]).toBe('PERSISTED_QUERY_NOT_FOUND');
    const taken = consoleDocument('Viewer').extensions;
    expect((await owner.raw({ query, extensions: taken })).data).toBeUndefined();
    expect((await owner.raw({ extensions: taken })).data).toHaveProperty('environment');
  });
});

describe('GET', () => {
  const get = (search: string) =>
    fetch(`${server.url}/graphql${search}`, {
      headers: { authorization: `Bearer ${owner.token}` },
    });

  it('answers persisted queries that are known, and no others', async () => {
    const { text, extensions } = consoleDocument('Viewer');
    const search = asSearch(extensions);
    expect(await (await get(search)).json()).toEqual({
      data: (await owner.raw({ query: text })).data,
      extensions: { cost: { requested: 11, limit: MAX_COST } },
    });
    const unknown = {
      persistedQuery: { version: 1, sha256Hash: hash('sha256', text + ' ', 'hex') },
    };
    expect(await (await get(asSearch(unknown))).text()).toContain('PERSISTED_QUERY_NOT_FOUND');
    for (const refused of [
      `?query=${encodeURIComponent(text)}`,
      '',
      `${search}&query=${encodeURIComponent(text)}`,
    ])
      expect((await get(refused)).status).toBe(400);
  });

  it('changes nothing', async () => {
    const { extensions } = consoleDocument('CancelRun');
    const variables = JSON.stringify({ input: { runId: 'x', reason: 'x' }, locale: 'en' });
    const search = `${asSearch(extensions)}&variables=${encodeURIComponent(variables)}`;
    expect((await get(search)).status).toBe(405);
  });
});
