/** The token of a hand-off against everything else that the server answers. */
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  getNamedType,
  isInputObjectType,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLObjectType,
} from 'graphql';
import { parseGlobalId } from '@keyway/core';
import { aClock, continuing, exampleFacts } from '@keyway/testing';
import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { makeSchema } from '../schema/makeSchema.ts';
import {
  anOrganization,
  aRun,
  aServer,
  keyIn,
  TENANT,
  type Client,
  type Payload,
  type TestServer,
} from '../testing/aServer.ts';
import { socketAddress } from '../testing/subscriber.ts';

const schema = makeSchema();
const AEP = (step: string) => ({ track: 'AEP', step });
const OWN: ReadonlySet<string> = new Set(['handedOff', 'checkHandedOff', 'attestHandedOff']);
const fieldsOf = (type: GraphQLObjectType | null | undefined) =>
  Object.values(type?.getFields() ?? {}).filter(({ name }) => !OWN.has(name));

let server: TestServer;
/** Of the console: its page, and the one of links. */
let build: string;
let runId: string;
let organizationId: string;
let token: string;
let link: Client;
let before: string;
beforeAll(async () => {
  build = await mkdtemp(join(tmpdir(), 'keyway-console-'));
  for (const name of ['index', 'handOff'])
    await writeFile(join(build, `${name}.html`), `<!doctype html><title>${name}</title>`);
  server = await aServer({ publicUrl: 'https://keyway.example' }, { consoleBuild: build });
  organizationId = (await anOrganization(server.owner)).id;
  runId = await aRun(server.owner, organizationId);
  const { url } = await server.owner.must('createHandOff', { runId, actor: 'AZURE_ADMIN' }, 'url');
  token = (url as string).split('/').at(-1)!;
  link = server.client(token);
  before = await state();
});
afterAll(async () => {
  await server.close();
  await rm(build, { recursive: true });
});

/** Everything that an operation could have changed. */
async function state(): Promise<string> {
  const tables = ['run', 'organization', 'connection', 'api_token', 'member', 'invitation'];
  const rows = tables.map((table) => server.database.query(`select * from ${table} order by 1`));
  const history = server.database.query('select count(*) from history_entry');
  return JSON.stringify(await Promise.all([...rows, history]));
}

/** A value of a type, with what is there of the customer. */
function valueOf(type: GraphQLInputType, name: string): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name);
  if (isListType(type)) return [valueOf(type.ofType, name)];
  if (isEnumType(type)) return type.getValues()[0]!.name;
  if (isInputObjectType(type))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter((field) => isNonNullType(field.type))
        .map((field) => [field.name, valueOf(field.type, field.name)]),
    );
  if (name === 'runId' || name === 'id') return runId;
  if (/organizationIds?$/.test(name)) return organizationId;
  const { name: scalar } = type;
  return scalar === 'Int' ? 1 : scalar === 'Boolean' ? true : 'x';
}

/** A valid operation of one root field, as right as can be. */
function operationOf(kind: string, { name, args, type }: GraphQLField<unknown, unknown>) {
  const given = args.filter((arg) => isNonNullType(arg.type));
  const declared = given.map((arg) => `$${arg.name}: ${String(arg.type)}`).join(', ');
  const passed = given.map((arg) => `${arg.name}: $${arg.name}`).join(', ');
  const selection = isLeafType(getNamedType(type)) ? '' : '{ __typename }';
  return {
    query: `${kind} ${declared && `(${declared})`} { ${name} ${passed && `(${passed})`} ${selection} }`,
    variables: Object.fromEntries(given.map((arg) => [arg.name, valueOf(arg.type, arg.name)])),
  };
}

const ROOTS = [
  ['query', schema.getQueryType()],
  ['mutation', schema.getMutationType()],
  ['subscription', schema.getSubscriptionType()],
] as const;
const EVERY = ROOTS.flatMap(([kind, type]) =>
  fieldsOf(type).map((field) => [kind, field.name, operationOf(kind, field)] as const),
);

const expectRefused = async (body: unknown, headers: Record<string, string> = {}) => {
  const answer = await link.raw(body, headers);
  expect([answer.status, answer.data, answer.errors?.[0]?.extensions.code]).toEqual([
    401,
    undefined,
    'UNAUTHENTICATED',
  ]);
};

describe('the token of a hand-off', () => {
  it('has a root field for each attack', () => {
    expect(EVERY.length).toBeGreaterThan(50);
  });

  it.each(EVERY)('does not run %s %s', async (_kind, _name, operation) => {
    await expectRefused(operation);
  });

  it('runs nothing else beside, under, or instead of what it may', async () => {
    const own = 'handedOff { partner }';
    for (const query of [
      `{ ${own} viewer { id } }`,
      `{ handedOff: viewer { id } }`,
      `{ ${own} ... { organizations(first: 1) { nodes { id } } } }`,
      `{ ...A ${own} } fragment A on Query { ...B } fragment B on Query { runs(first: 1) { nodes { id } } }`,
      `{ ${own} __schema { types { name } } }`,
      `{ __type(name: "Query") { name } }`,
      `query A { ${own} } query B { viewer { id } }`,
      `query A { ${own} } mutation B { cancelRun(input: {runId: "${runId}", reason: "x"}) { userErrors { code } } }`,
      `{ ${own} node(id: "${runId}") { id } }`,
      `{ ${own} @skip(if: false) run(id: "${runId}") { id } }`,
    ])
      for (const operationName of [undefined, 'A', 'B'])
        await expectRefused({ query, operationName });
    await expectRefused([{ query: `{ ${own} }` }]);
    await expectRefused({ query: `{ ${own} }${' '.repeat(9000)}` });
  });

  it('leads nowhere from what it may run', async () => {
    const reached = new Set<string>();
    const follow = (type: GraphQLObjectType): void => {
      if (reached.has(type.name)) return;
      reached.add(type.name);
      for (const field of Object.values(type.getFields())) {
        const named = getNamedType(field.type);
        if (!isLeafType(named)) follow(named as GraphQLObjectType);
      }
    };
    follow(schema.getType('HandedOffPayload') as GraphQLObjectType);
    expect([...reached].toSorted()).toEqual([
      ...['Check', 'CheckOverride', 'CopyValue', 'FailedCall', 'HandedOff', 'HandedOffPayload'],
      ...['HandedOffStep', 'InstructionLine', 'Instructions', 'Script', 'UserError'],
    ]);
  });

  it('is no credential in any other place', async () => {
    const query = '{ viewer { id } }';
    await expectRefused({ query }, { authorization: `Bearer ${token.replace('kwh_', 'kw_')}` });
    for (const headers of [
      { cookie: `__Host-keyway=${token}`, 'x-keyway-csrf': '1' },
      { authorization: token },
      { authorization: `Basic ${token}` },
    ] as Record<string, string>[]) {
      const answer = await server.client('').raw({ query: '{ handedOff { partner } }' }, headers);
      expect(answer.status).toBe(401);
    }
    const get = await fetch(
      `${server.url}/graphql?query=${encodeURIComponent('{ handedOff { partner } }')}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    expect(get.status).toBe(401);
    const closed = await new Promise<{ code: number }>((resolve) => {
      const client = createClient({
        ...{ url: socketAddress(server), webSocketImpl: WebSocket, retryAttempts: 0 },
        connectionParams: { authorization: `Bearer ${token}` },
      });
      client.subscribe(
        { query: 'subscription { runsChanged { id } }' },
        {
          next: () => undefined,
          complete: () => undefined,
          error: (error) => resolve(error as { code: number }),
        },
      );
    });
    expect(closed.code).toBe(4403);
  });

  it('that is wrong counts as a failed credential', async () => {
    const wrong = server.client(`kwh_${'0'.repeat(46)}`);
    const asked = await Promise.all(
      Array.from({ length: 120 }, () => wrong.raw({ query: '{ handedOff { partner } }' })),
    );
    const statuses = new Set(asked.map(({ status }) => status));
    expect([...statuses].toSorted()).toEqual([401, 429]);
    expect((await link.raw({ query: '{ handedOff { partner } }' })).status).toBe(200);
  });

  it('has changed nothing by all this', async () => {
    expect(await state()).toBe(before);
    expect(server.log.join('')).not.toContain(token.slice(4));
  });
});

describe('the names that a link shows', () => {
  const DONE = '{ handedOff { done { id sentence spanish: sentence(locale: "es") } } }';
  const newLink = async (of: string): Promise<Client> => {
    const made = await server.owner.must(
      'createHandOff',
      { runId: of, actor: 'AZURE_ADMIN' },
      'url',
    );
    return server.client((made.url as string).split('/').at(-1)!);
  };
  /** Every name of a member or token that history shows, and the statements. */
  const ofMembers = async (): Promise<string[]> =>
    (
      await server.database.query<{ name: string }>(
        `select distinct split_part(actor, ' (', 1) as name from history_entry
         where principal like 'member:%' union select email from member union select name from member`,
      )
    )
      .map(({ name }) => name)
      .filter((name) => name.length > 2);

  it('are those that it stated itself, and the partner’s in place of its members’', async () => {
    const of = await aRun(server.owner, (await anOrganization(server.owner)).id);
    const [first, second] = [await newLink(of), await newLink(of)];
    await server.owner.must('attestStep', { runId: of, ...AEP('ENTITLEMENT'), statement: 's' });
    const keyIdentifier = keyIn('contoso-aep');
    await server.owner.must('provideKey', { runId: of, track: 'AEP', keyIdentifier });
    await server.owner.must('attestStep', { runId: of, ...AEP('VAULT'), statement: 's' });
    const stated = { ...AEP('NETWORK'), statement: 'Done.', by: 'Luis Vega' };
    expect((await first.mutate('attestHandedOff', stated)).userErrors).toEqual([]);
    const sentences = async (by: Client) =>
      (await by.ask(DONE)).handedOff.done.map((one: { sentence: string }) => one.sentence);
    expect(await sentences(first)).toEqual([
      'Done, attested by Partner; not verified.',
      'Done, attested by Luis Vega (hand-off); not verified.',
    ]);
    expect(await sentences(second)).toEqual([
      'Done, attested by Partner; not verified.',
      expect.stringMatching(/^Done, attested by Org .+’s Azure admin; not verified\.$/),
    ]);
    const { text } = await second.raw({ query: DONE });
    expect(text).not.toContain('Luis Vega');
    for (const name of await ofMembers()) expect(text).not.toContain(name);
  });

  it('hide who accepted a warning, and why', async () => {
    const { id } = await anOrganization(server.owner);
    const connection = { tenantId: TENANT, clientId: TENANT, clientSecret: 'sandbox-b' };
    await server.owner.must('connectAzure', { organizationId: id, ...connection });
    const of = await aRun(server.owner, id);
    await server.owner.must('attestStep', { runId: of, ...AEP('ENTITLEMENT'), statement: 's' });
    const uuid = parseGlobalId('Run', of)!;
    const system = server.store.system();
    const { run } = (await system.run(uuid))!;
    const seen = continuing(run, aClock(run.updatedAt)).complete('VAULT', 'AEP');
    const soon = Math.floor(Date.parse(run.updatedAt) / 1000) + 86_400;
    seen.complete('NETWORK', 'AEP');
    const { key } = exampleFacts(seen.run, 'AEP', 'KEY') as Payload;
    const expiring = { ...key, value: { ...key.value, expires: soon } };
    seen.observe('key', 'AEP', { key: expiring } as never);
    for (const event of seen.events) await system.advance(uuid, { ...event, id: randomUUID() });
    const warned = { track: 'AEP', check: 'keyIsNotExpiring', reason: 'Rotated next week.' };
    await server.owner.must('overrideCheck', { runId: of, ...warned });
    const query = `{ handedOff { steps { ...S } done { ...S } } }
      fragment S on HandedOffStep { sentence checks { id observed cause remedy override { by reason } } }`;
    const { text, data } = await (await newLink(of)).raw({ query });
    const { steps, done } = data.handedOff as Record<string, Payload[]>;
    const overrides = [...steps!, ...done!].flatMap((step: Payload) =>
      step.checks.flatMap(({ override }: Payload) => override ?? []),
    );
    expect(overrides).toEqual([{ by: 'Partner', reason: '' }]);
    expect(text).not.toContain('Rotated');
    const names = await ofMembers();
    expect(names.length).toBeGreaterThan(0);
    for (const name of names) expect(text).not.toContain(name);
  });
});

describe('the page of a link', () => {
  it('is kept by nobody, framed by nobody, sends no referrer, and sets no cookie', async () => {
    const { headers } = await fetch(`${server.url}/hand-off/${token}`, {
      headers: { cookie: '__Host-keyway=x' },
    });
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'x-robots-tag': 'noindex, nofollow',
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'strict-transport-security': expect.stringContaining('max-age='),
    });
    expect(headers.getSetCookie()).toEqual([]);
  });

  it('is the same for every token, so that it shows no difference', async () => {
    const page = async (path: string) => {
      const answer = await fetch(`${server.url}/hand-off/${path}`);
      return [answer.status, await answer.text()];
    };
    expect(await page(token)).toEqual(await page('kwh_unknown'));
    expect(await page(token)).toEqual([200, '<!doctype html><title>handOff</title>']);
    expect((await fetch(`${server.url}/hand-off/${token}`, { method: 'POST' })).status).toBe(404);
  });
});
