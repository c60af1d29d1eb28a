/** What answers say of limits, so that a program can keep below them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aServer, type TestServer } from '../testing/aServer.ts';
import { MAX_COST } from './operationLimits.ts';

let server: TestServer;
beforeAll(async () => {
  server = await aServer({}, { rate: { max: 5, windowMs: 60_000 } });
});
afterAll(() => server.close());

describe('answers of GraphQL', () => {
  it('say how many requests are left, and for how long', async () => {
    const client = await server.person('AUDITOR', ['read']);
    const answers = [];
    for (let request = 0; request < 6; request += 1)
      answers.push(await client.raw({ query: '{ viewer { id } }' }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429]);
    answers.forEach(({ headers }, place) => {
      expect(headers.get('ratelimit-policy')).toBe('"requests";q=5;w=60');
      expect(headers.get('ratelimit')).toMatch(
        new RegExp(`^"requests";r=${Math.max(0, 4 - place)};t=([1-9]|[1-5]\\d|60)$`),
      );
    });
    expect(Number(answers[5]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[5]?.errors?.[0]?.extensions.code).toBe('RATE_LIMITED');
  });
});

describe('an answer to a program', () => {
  let busy: TestServer;
  beforeAll(async () => {
    busy = await aServer();
  });
  afterAll(() => busy.close());

  it('says what the operation cost, the first time and when it is written', async () => {
    const query = '{ organizations(first: 10) { nodes { id } } }';
    for (let use = 0; use < 5; use += 1) {
      const { text } = await busy.owner.raw({ query });
      const { data, extensions } = JSON.parse(text) as Record<string, unknown>;
      expect(data).toEqual({ organizations: { nodes: [] } });
      expect(extensions).toEqual({ cost: { requested: expect.any(Number), limit: MAX_COST } });
    }
  });

  it('says it of what is refused for its cost', async () => {
    const nested = 'runs(first: 100) { nodes { tracks { steps { id } } } }';
    const query = `{ organizations(first: 100) { nodes { a: ${nested} b: ${nested} } } }`;
    const { status, errors } = await busy.owner.raw({ query });
    expect(status).toBe(400);
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'QUERY_TOO_COMPLEX',
      cost: { requested: expect.any(Number), limit: MAX_COST },
    });
  });

  it('says it of nothing to who is not signed in, unless they ask', async () => {
    const ask = async (headers: Record<string, string>) => {
      const query = '{ environment { version } }';
      const { text } = await busy.client('').raw({ query }, headers);
      return text.includes('"cost"');
    };
    expect([await ask({}), await ask({ 'x-keyway-cost': '1' })]).toEqual([false, true]);
  });
});
