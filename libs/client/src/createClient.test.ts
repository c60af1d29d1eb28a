import { expect, onTestFinished, test } from 'vitest';
import { ApproveDocument, OrganizationsDocument, ViewerDocument } from './generated/graphql.ts';
import { createClient, type ClientOptions, type Result } from './index.ts';
import { fakeApi, type Reply } from './testing/fakeApi.ts';

const token = `kw_${'5e'.repeat(24)}`;

async function clientOf(replies: Reply[], options: Partial<ClientOptions> = {}) {
  const api = await fakeApi(...replies);
  onTestFinished(api.close);
  return { api, client: createClient({ url: api.url, token, ...options }) };
}

const approval = {
  input: { runId: 'r', track: 'AEP' as const, confirmImsOrgId: 'A@AdobeOrg' },
};
const approved = { json: { data: { approve: { run: { id: 'r' }, userErrors: [] } } } };
const error = (code: string, more: object = {}) => ({
  data: null,
  errors: [{ message: 'Said by the server.', extensions: { code, ...more } }],
});
const problem = <T>(result: Result<T>) => {
  if (result.ok) throw new Error('There is data.');
  return result.error;
};

test('the data of a query, with the token and the language', async () => {
  const { api, client } = await clientOf([{ json: { data: { viewer: { name: 'Ana' } } } }], {
    locale: 'es',
  });
  const result = await client.request(ViewerDocument);
  expect(result).toEqual({ ok: true, data: { viewer: { name: 'Ana' } } });
  expect(api.received[0]!.headers).toMatchObject({
    authorization: `Bearer ${token}`,
    'accept-language': 'es',
  });
});

test('the language fills the variable of operations that have it', async () => {
  const { api, client } = await clientOf([approved], { locale: 'es' });
  await client.request(ApproveDocument, approval);
  await client.request(ApproveDocument, { ...approval, locale: 'en' });
  expect(api.received.map(({ variables }) => variables['locale'])).toEqual(['es', 'en']);
});

test('a read replica is accepted by the queries that say so, and by no mutation', async () => {
  const readFrom: unknown[] = [];
  const list = { json: { data: { organizations: { nodes: [], pageInfo: {} } } } };
  const { api, client } = await clientOf(
    [{ ...list, headers: { 'x-keyway-read': 'replica' } }, list, approved],
    { onAttempt: (attempt) => readFrom.push(attempt.readFrom) },
  );
  const all = { acceptsReplica: true };
  for await (const _ of client.pages(OrganizationsDocument, {}, (data) => data.organizations, all));
  await client.request(OrganizationsDocument, { first: 1 });
  await client.request(ApproveDocument, approval, all);
  const sent = api.received.map(({ headers }) => headers['x-keyway-read']);
  expect(sent).toEqual(['replica', undefined, undefined]);
  expect(readFrom).toEqual(['replica', null, null]);
});

test.each<[string, Reply]>([
  ['a lost connection', 'drop'],
  ['HTTP 429', { status: 429, headers: { 'retry-after': '0' }, json: error('RATE_LIMITED') }],
  ['HTTP 502', { status: 502, text: 'Bad gateway' }],
  ['HTTP 503', { status: 503, json: error('SERVICE_UNAVAILABLE') }],
  ['HTTP 504', { status: 504, text: '' }],
])('after %s a mutation is sent again with the same key', async (_name, reply) => {
  const { api, client } = await clientOf([reply, reply, approved]);
  expect((await client.request(ApproveDocument, approval)).ok).toBe(true);
  const keys = api.received.map(
    ({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey,
  );
  expect(keys).toHaveLength(3);
  expect(new Set(keys).size).toBe(1);
  expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
});

test('every call has a key of its own; a key of the caller stays', async () => {
  const { api, client } = await clientOf([approved]);
  await client.request(ApproveDocument, approval);
  await client.request(ApproveDocument, approval);
  await client.request(ApproveDocument, { input: { ...approval.input, idempotencyKey: 'mine' } });
  const keys = api.received.map(
    ({ variables }) => (variables['input'] as { idempotencyKey: string }).idempotencyKey,
  );
  expect(new Set(keys).size).toBe(3);
  expect(keys[2]).toBe('mine');
});

test.each([
  'mutation($input: AttestHandedOffInput!) { attestHandedOff(input: $input) { userErrors { code } } }',
  'mutation { cancelRun(input: { runId: "r", reason: "x" }) { userErrors { code } } }',
  'mutation($a: ApproveInput!) { approve(input: $a) { run { id } } refuse(input: { runId: "r" }) { run { id } } }',
])('what has no key is never sent again: %s', async (text) => {
  const { api, client } = await clientOf(['drop']);
  const result = await client.request(text, { input: {}, a: {} });
  expect(problem(result)).toMatchObject({ kind: 'network', outcomeUnknown: true });
  expect(api.received).toHaveLength(1);
});

test('an error of the server is not repeated, and has its ID', async () => {
  const reply = { status: 500, json: error('INTERNAL_SERVER_ERROR', { errorId: 'E-1' }) };
  const { api, client } = await clientOf([reply]);
  const result = await client.request(ApproveDocument, approval);
  expect(problem(result)).toEqual({
    kind: 'server',
    status: 500,
    code: 'INTERNAL_SERVER_ERROR',
    errorId: 'E-1',
    message: 'Said by the server.',
  });
  expect(api.received).toHaveLength(1);
});

test('attempts end', async () => {
  const { api, client } = await clientOf([{ status: 503, json: error('SERVICE_UNAVAILABLE') }], {
    retry: { attempts: 3 },
  });
  const result = await client.request(ViewerDocument);
  expect(problem(result)).toMatchObject({ kind: 'server', code: 'SERVICE_UNAVAILABLE' });
  expect(api.received).toHaveLength(3);
});

test('TLS where there is none is said, and not tried again', async () => {
  const api = await fakeApi(approved);
  onTestFinished(api.close);
  const attempts: (number | null)[] = [];
  const url = api.url.replace('http:', 'https:');
  const client = createClient({ url, token, onAttempt: ({ status }) => attempts.push(status) });
  const result = problem(await client.request(ViewerDocument));
  expect(result.message).toContain('Does its address begin with http://?');
  expect(attempts).toEqual([null]);
});

test('a wait that is too long is the callers', async () => {
  const reply = { status: 429, headers: { 'retry-after': '3600' }, json: error('RATE_LIMITED') };
  const { api, client } = await clientOf([reply]);
  const result = await client.request(ViewerDocument);
  expect(problem(result)).toMatchObject({ kind: 'rateLimited', retryAfterSeconds: 3600 });
  expect(api.received).toHaveLength(1);
});

test.each([
  ['UNAUTHENTICATED', 'notSignedIn'],
  ['FORBIDDEN', 'forbidden'],
  ['BAD_USER_INPUT', 'invalid'],
  ['GRAPHQL_VALIDATION_FAILED', 'invalid'],
  ['SOMETHING_NEW', 'server'],
])('%s is %s', async (code, kind) => {
  const { client } = await clientOf([{ json: error(code) }]);
  expect(problem(await client.request(ViewerDocument))).toMatchObject({ kind });
});

test.each([
  ['SELF_APPROVAL', 'userErrors'],
  ['NOT_FOUND', 'notFound'],
  ['FORBIDDEN', 'forbidden'],
])('a refusal with %s is %s', async (code, kind) => {
  const userErrors = [{ code, message: 'No.', field: ['runId'] }];
  const { client } = await clientOf([{ json: { data: { approve: { run: null, userErrors } } } }]);
  expect(problem(await client.request(ApproveDocument, approval))).toEqual({
    kind,
    message: 'No.',
    errors: userErrors,
  });
});

test('what is no GraphQL at all', async () => {
  const { client } = await clientOf([{ text: '<html>' }], { retry: { attempts: 1 } });
  expect(problem(await client.request(ViewerDocument))).toMatchObject({ kind: 'server' });
  expect(problem(await client.request('query {'))).toMatchObject({ kind: 'invalid' });
});

test('a download is asked for again, and its errors are values', async () => {
  const { api, client } = await clientOf([
    { status: 503, headers: { 'retry-after': '0' }, text: 'Busy' },
    { text: 'the pack' },
    { status: 404, headers: { 'content-type': 'text/plain' }, text: 'There is none.' },
  ]);
  const result = await client.download('/evidence/x.zip');
  expect(result.ok && (await result.data.text())).toBe('the pack');
  expect(api.received).toHaveLength(2);
  expect(problem(await client.download('/evidence/y.zip'))).toEqual({
    ...{ kind: 'notFound', message: 'There is none.', errors: [] },
  });
});

test('a redirect is not followed: the token stays here', async () => {
  const other = await clientOf([{ json: {} }]);
  const { client } = await clientOf([{ status: 307, headers: { location: other.api.url } }]);
  const message = problem(await client.request(ViewerDocument)).message;
  expect(message).toContain(`redirects to ${other.api.url}`);
  expect(other.api.received).toEqual([]);
});

test('a caller can end a request, also while it waits', async () => {
  const { client } = await clientOf([
    { status: 503, headers: { 'retry-after': '30' }, json: error('SERVICE_UNAVAILABLE') },
  ]);
  const cancel = new AbortController();
  const result = client.request(ViewerDocument, {}, { signal: cancel.signal });
  setTimeout(() => cancel.abort(), 50);
  expect(problem(await result)).toMatchObject({ kind: 'aborted' });
});

test('no error holds the token', async () => {
  const { client } = await clientOf(['drop'], { retry: { attempts: 1 } });
  expect(JSON.stringify(await client.request(ViewerDocument))).not.toContain(token);
  for (const bad of [`${token}\n`, `${token} `, ''])
    expect(() => createClient({ url: 'http://127.0.0.1', token: bad })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('5e5e') as string }),
    );
});

test.each([
  'https://keyway.example.com',
  'http://localhost:4000',
  'http://127.9.9.9',
  'http://[::1]:4000',
])('a token may go to %s', (url) => expect(createClient({ url, token }).url).toBe(url));

test.each([
  'http://keyway.example.com',
  'http://127.0.0.1.evil.example',
  'http://localhost.evil.example',
  'http://10.0.0.1',
  'ftp://localhost',
  'https://user:password@keyway.example.com',
  'keyway.example.com',
])('a token may not go to %s', (url) => expect(() => createClient({ url, token })).toThrow());

test('over plain http where the caller says so', () => {
  const url = 'http://keyway.internal/';
  expect(createClient({ url, token, allowHttp: true }).url).toBe('http://keyway.internal');
});

const page = (names: string[], endCursor: string | null) => ({
  json: {
    data: {
      organizations: {
        nodes: names.map((name) => ({ name })),
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});

test('the items of all pages', async () => {
  const { api, client } = await clientOf([page(['A', 'B'], 'c1'), 'drop', page(['C'], null)]);
  const names: string[] = [];
  for await (const item of client.pages(OrganizationsDocument, {}, (data) => data.organizations))
    names.push(item.ok ? item.data.name : item.error.message);
  expect(names).toEqual(['A', 'B', 'C']);
  expect(api.received.map(({ variables }) => variables)).toEqual([
    { first: 100, after: null },
    { first: 100, after: 'c1' },
    { first: 100, after: 'c1' },
  ]);
});

test('the next page is read when it is needed', async () => {
  const { api, client } = await clientOf([page(['A'], 'c1')]);
  for await (const _item of client.pages(OrganizationsDocument, {}, (d) => d.organizations)) break;
  expect(api.received).toHaveLength(1);
});

test('an error ends the pages, and so does a cursor that stays', async () => {
  const { client } = await clientOf([page(['A'], 'c1'), page(['B'], 'c1')]);
  const items = [];
  for await (const item of client.pages(OrganizationsDocument, {}, (data) => data.organizations))
    items.push(item.ok ? item.data.name : item.error.kind);
  expect(items).toEqual(['A', 'B', 'server']);
});
