/** The partner's chat, from outside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anOrganization, aServer, type Payload, type TestServer } from '../testing/aServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer();
});
afterAll(() => server.close());

const FIELDS = `chat { kind host digest kinds timeZone quietHours { from until } language changedBy dueAt sentAt problem testRequestedAt testedAt testProblem }`;
const SECRET = 'https://hooks.slack.com/services/T1/B1/very-secret';
const SET = { kind: 'SLACK', url: SECRET, digest: 'DAILY', timeZone: 'UTC' };
const codes = ({ userErrors }: Payload): unknown[] =>
  userErrors.map(({ code, field }: Payload) => [code, field?.join('.') ?? null]);
const chat = async (of = server.owner): Promise<Payload> => (await of.ask(`{ ${FIELDS} }`)).chat;

describe('a chat', () => {
  it('is connected, changed, tested and removed by an owner, each with its entry', async () => {
    const { owner } = server;
    expect(await chat()).toBeNull();
    expect(codes(await owner.mutate('testChat', {}))).toEqual([['NOT_FOUND', null]]);
    const { url: _url, ...rest } = SET;
    expect(codes(await owner.mutate('setChat', rest))).toEqual([['INVALID_INPUT', 'url']]);
    const set = await owner.must('setChat', { ...SET, idempotencyKey: 'one' }, FIELDS);
    expect(set.chat).toMatchObject({
      ...{ kind: 'SLACK', host: 'hooks.slack.com', digest: 'DAILY', language: 'en' },
      kinds: [
        ...['APPROVAL_REQUESTED', 'APPROVAL_GRANTED', 'APPROVAL_REFUSED'],
        ...['RUN_BLOCKED', 'RUN_FAILED', 'HEALTH'],
      ],
    });
    // The address stays where none is given, and belongs to one kind.
    const quietHours = { from: '20:00', until: '07:00' };
    const changed = await owner.must(
      'setChat',
      { ...rest, digest: 'HOURLY', kinds: ['HEALTH'], quietHours, language: 'es' },
      FIELDS,
    );
    expect(changed.chat).toMatchObject({
      ...{ host: 'hooks.slack.com', digest: 'HOURLY', kinds: ['HEALTH'], quietHours },
    });
    const other = await owner.mutate('setChat', { ...rest, kind: 'TEAMS' });
    expect(codes(other)).toEqual([['INVALID_INPUT', 'url']]);
    const tested = await owner.must('testChat', {}, FIELDS);
    expect(tested.chat).toMatchObject({ testedAt: null, testRequestedAt: expect.any(String) });
    await owner.must('removeChat', {});
    expect(await chat()).toBeNull();
    const { nodes } = (await owner.ask('{ history(first: 3) { nodes { kind summary data } } }'))
      .history;
    expect(nodes.map(({ kind }: Payload) => kind)).toEqual(['chatRemoved', 'chatSet', 'chatSet']);
    expect(JSON.stringify([nodes, set, changed, tested])).not.toContain('very-secret');
    const rows = await server.database.query('select d::text from idempotency d');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain('very-secret');
  });

  it.each([
    [{ url: 'http://hooks.slack.com/x' }, 'url'],
    [{ url: 'https://127.0.0.1/x' }, 'url'],
    [{ url: 'https://10.0.0.1/x' }, 'url'],
    [{ url: 'https://localhost/x' }, 'url'],
    [{ url: 'https://user:pass@hooks.slack.com/x' }, 'url'],
    [{ timeZone: 'Mars' }, 'timeZone'],
    [{ kinds: [] }, 'kinds'],
    [{ kinds: ['MENTIONED'] }, 'kinds'],
    [{ quietHours: { from: '9', until: '10:00' } }, 'quietHours.from'],
  ])('with %j is refused at %s', async (change, field) => {
    const refused = await server.owner.mutate('setChat', { ...SET, ...change });
    expect(codes(refused)).toEqual([['INVALID_INPUT', field]]);
    expect(await chat()).toBeNull();
  });

  it('is nothing that anybody else sees or changes', async () => {
    await server.owner.must('setChat', SET);
    const { id } = await anOrganization(server.owner, { name: 'Only' });
    const limited = await server.person('OWNER', undefined, [id]);
    const operator = await server.person('OPERATOR');
    const outsider = await server.otherOwner();
    for (const one of [limited, operator, outsider]) expect(await chat(one)).toBeNull();
    for (const one of [limited, operator])
      for (const name of ['setChat', 'removeChat', 'testChat'])
        expect(codes(await one.mutate(name, name === 'setChat' ? SET : {}))).toEqual([
          ['FORBIDDEN', null],
        ]);
    for (const name of ['removeChat', 'testChat'])
      expect(codes(await outsider.mutate(name, {}))).toEqual([['NOT_FOUND', null]]);
    expect(await chat()).toMatchObject({ host: 'hooks.slack.com', testRequestedAt: null });
  });
});
