/**
 * Adobe's events from outside: what is genuine counts once, and everything else changes nothing.
 */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { anEvent, aSigningKey, publish, signed } from '../testing/adobeSender.ts';
import { adobeTests } from '../testing/adobeTests.ts';
import { aConnectedOrganization, aWatchedOrganization } from '../testing/watchedOrganization.ts';

const tests = adobeTests();
const { served, send, deliver, stored } = tests;

/** By outcome, what the tests saw refused so far. */
const refusals = new Map<string, number>();
async function refusal(
  outcome: string,
  status: number,
  request: () => Promise<{ status: number; text: string }>,
): Promise<void> {
  const before = await stored();
  expect((await request()).status).toBe(status);
  expect(await stored()).toEqual(before);
  refusals.set(outcome, (refusals.get(outcome) ?? 0) + 1);
}

describe('a genuine event', () => {
  it('opens an alert, notifies people, enters history, and asks for a health check', async () => {
    const event = anEvent(tests.organization.clientId);
    const subscription = await served.subscriber.subscribe(
      served.owner.token,
      'subscription { alertsChanged { kind status } }',
    );
    expect(await deliver(event)).toEqual({ status: 200, text: 'ok\n' });
    const { alerts } = await served.owner.ask(
      `query($id: ID!) { alerts(first: 10, filter: { organizationId: $id }) {
        nodes { kind status purgeClass source title runbook eventCount lastEventAt } } }`,
      { id: tests.organization.id },
    );
    expect(alerts.nodes).toMatchObject([
      {
        ...{ kind: 'KEY_ACCESS_DISABLED', status: 'OPEN', purgeClass: true, eventCount: 1 },
        source: event,
        runbook: [expect.stringMatching(/Customer Care/), ...Array(3).fill(expect.any(String))],
        lastEventAt: expect.any(String),
      },
    ]);
    expect(await subscription.next()).toMatchObject({
      data: { alertsChanged: { kind: 'KEY_ACCESS_DISABLED', status: 'OPEN' } },
    });
    const entries = await tests.observations.entries(tests.organization.uuid);
    expect(entries.at(-1)).toBe('alertOpened');
    const [asked] = await served.server.database.query(
      'select asked, due_at <= clock_timestamp() as due from watch_observation where organization_id = $1',
      [tests.organization.uuid],
    );
    expect(asked).toEqual({ asked: true, due: true });
  });

  it('comes in both forms, alone and in batches', async () => {
    const { clientId } = tests.organization;
    const cloudEvent = {
      ...{ specversion: '1.0', id: randomUUID(), source: 'urn:uuid:x', type: 'alert' },
      ...{ recipientclientid: clientId, data: { title: 'Key access failure' } },
    };
    expect((await deliver(cloudEvent)).status).toBe(200);
    const batch = [anEvent(clientId), anEvent(clientId, 'Alert notification')];
    expect((await deliver(batch)).status).toBe(200);
    expect((await tests.alerts()).map(({ kind }) => kind).sort()).toEqual([
      ...['ALERT_NOTIFICATION', 'KEY_ACCESS_DISABLED', 'KEY_ACCESS_FAILURE'],
    ]);
  });

  it('suffices with one valid signature of two, in whichever place', async () => {
    const forger = aSigningKey();
    for (const number of [1, 2] as const) {
      const body = JSON.stringify(anEvent(tests.organization.clientId));
      const other = number === 1 ? 2 : 1;
      const headers = { ...signed(body, tests.key, number), ...signed(body, forger, other) };
      expect((await send(tests.organization.id, body, headers)).status).toBe(200);
    }
    expect(await tests.alerts()).toMatchObject([{ events: 2 }]);
  });

  it('counts for an organization that nothing is watched of', async () => {
    const unwatched = await aConnectedOrganization(served.server);
    expect((await deliver(anEvent(unwatched.clientId), unwatched.id)).status).toBe(200);
    expect(await tests.alerts(unwatched)).toMatchObject([{ status: 'OPEN' }]);
    await tests.acknowledge(unwatched);
    // Nothing will ever be observed of it.
    expect(await tests.alerts(unwatched)).toMatchObject([{ status: 'RESOLVED' }]);
  });
});

describe('what is not genuine', () => {
  it('is refused without a signature, or with one of another form', async () => {
    const body = JSON.stringify(anEvent(tests.organization.clientId));
    const good = signed(body, tests.key);
    const { 'x-adobe-digital-signature-1': signature } = good;
    await refusal('unsigned', 401, () => send(tests.organization.id, body, {}));
    const paths = [
      ...[`https://evil.example${tests.key.path}`, `//evil.example${tests.key.path}`],
      ...[
        '/prod/keys/../keys/pub-key-a.pem',
        '/prod/keys/pub-key-%2e%2e.pem',
        `${tests.key.path}?a`,
      ],
    ];
    for (const path of paths)
      await refusal('unsigned', 401, () =>
        send(tests.organization.id, body, { ...good, 'x-adobe-public-key1-path': path }),
      );
    for (const bytes of ['', '!', `${signature} `.repeat(2), 'A'.repeat(2_000)])
      await refusal('unsigned', 401, () =>
        send(tests.organization.id, body, { ...good, 'x-adobe-digital-signature-1': bytes }),
      );
  });

  it('is refused with a signature by another key, or over other bytes', async () => {
    const body = JSON.stringify(anEvent(tests.organization.clientId));
    const forged = signed(body, { ...aSigningKey(), path: tests.key.path });
    await refusal('badSignature', 401, () => send(tests.organization.id, body, forged));
    await refusal('badSignature', 401, () =>
      send(tests.organization.id, `${body} `, signed(body, tests.key)),
    );
    const bytes = { ...signed(body, tests.key), 'x-adobe-digital-signature-1': 'AAAA' };
    await refusal('badSignature', 401, () => send(tests.organization.id, body, bytes));
  });

  it('is refused by a key that is too short to be secure, or none', async () => {
    for (const weak of [aSigningKey(undefined, 1024), { ...aSigningKey(), pem: 'no key' }]) {
      await publish(served.server, weak);
      const body = JSON.stringify(anEvent(randomUUID()));
      await refusal('keyUnknown', 503, () => send(tests.organization.id, body, signed(body, weak)));
    }
  });

  it('is refused alike for whatever organization it is not for', async () => {
    const [other, archived] = [
      await aConnectedOrganization(served.server),
      await aConnectedOrganization(served.server),
    ];
    await served.owner.must('archiveOrganization', { organizationId: archived.id, reason: 'x' });
    const [unconnected] = await served.organizations(1);
    const texts = new Set<string>();
    const refused = async (outcome: string, client: string, to: string): Promise<void> =>
      refusal(outcome, 404, async () => {
        const answer = await deliver(anEvent(client), to);
        texts.add(answer.text);
        return answer;
      });
    await refused('otherRecipient', other.clientId, tests.organization.id);
    await refused('archived', archived.clientId, archived.id);
    await refused('notConnected', tests.organization.clientId, unconnected!);
    for (const to of [
      'x',
      tests.organization.uuid,
      Buffer.from(`Run:${tests.organization.uuid}`).toString('base64url'),
    ])
      await refused('unknownOrganization', tests.organization.clientId, to);
    const nobody = Buffer.from(`Organization:${randomUUID()}`).toString('base64url');
    await refused('unknownOrganization', tests.organization.clientId, nobody);
    const mixed = [anEvent(tests.organization.clientId), anEvent(other.clientId)];
    await refusal('otherRecipient', 404, () => deliver(mixed));
    await refusal('otherRecipient', 404, () => deliver({ event_id: 'a', event: {} }));
    expect(texts.size).toBe(1);
  });

  it('is refused by the event of another organization, replayed to this one', async () => {
    const other = await aWatchedOrganization(served.server);
    const event = anEvent(other.clientId);
    expect((await deliver(event, other.id)).status).toBe(200);
    await refusal('otherRecipient', 404, () => deliver(event));
  });

  it('is refused where it is no event, though it is signed', async () => {
    const { clientId } = tests.organization;
    const deep = '['.repeat(50_000);
    const texts = [
      ...['', 'null', '[]', '{}', '"x"', '{', deep, `${deep}${']'.repeat(50_000)}`],
      `{"event_id":"a","recipient_client_id":"${clientId}","a":${'{"a":'.repeat(70)}1${'}'.repeat(70)}}`,
    ];
    for (const body of texts)
      await refusal('malformed', 400, () =>
        send(tests.organization.id, body, signed(body, tests.key)),
      );
    const bytes = Buffer.from([0x7b, 0xff, 0xfe, 0x7d]);
    await refusal('malformed', 400, () =>
      send(tests.organization.id, bytes, signed(bytes, tests.key)),
    );
  });

  it('is no reason to lose what is genuine beside it, or has no ID or a long one', async () => {
    const { clientId } = tests.organization;
    const { event_id: _, ...withoutId } = anEvent(clientId, 'Alert notification');
    const long = { ...anEvent(clientId, 'Alert notification'), event_id: 'x'.repeat(300) };
    const batch = [anEvent(clientId), {}, 'text', withoutId, long];
    for (const times of [1, 2]) {
      expect((await deliver(batch)).status).toBe(200);
      expect([times, (await tests.alerts()).map(({ kind }) => kind).toSorted()]).toEqual([
        times,
        ['ALERT_NOTIFICATION', 'ALERT_NOTIFICATION', 'KEY_ACCESS_DISABLED'],
      ]);
    }
  });

  it('is refused where it is too large, signed or not', async () => {
    const body = JSON.stringify({
      ...anEvent(tests.organization.clientId),
      text: 'x'.repeat(1 << 20),
    });
    await refusal('tooLarge', 413, () =>
      send(tests.organization.id, body, signed(body, tests.key)),
    );
  });

  it('changes no prototype, and what PostgreSQL cannot keep is replaced', async () => {
    const { clientId } = tests.organization;
    const body = `{"event_id":"p","recipient_client_id":"${clientId}","__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}},"text":"\\u0000 \\ud800"}`;
    expect((await send(tests.organization.id, body, signed(body, tests.key))).status).toBe(200);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    expect(await tests.alerts()).toMatchObject([{ kind: 'ALERT_NOTIFICATION' }]);
    for (const id of ['half \ud800', 'NUL \0']) {
      const event = { ...anEvent(clientId), event_id: id };
      expect((await deliver(event)).status).toBe(200);
      expect((await deliver(event)).status).toBe(200);
    }
    expect(await tests.alerts()).toMatchObject([{ events: 1 }, { events: 2 }]);
  });
});

describe('a key that is not known yet', () => {
  it('is read by a worker while the delivery waits', async () => {
    const fresh = aSigningKey();
    const body = JSON.stringify(anEvent(tests.organization.clientId));
    const sent = send(tests.organization.id, body, signed(body, fresh));
    const { signingKeys } = served.server.store.hooks;
    await expect
      .poll(async () => {
        const [claimed] = await signingKeys.claim(1);
        if (claimed?.path === fresh.path) await signingKeys.record(claimed, fresh.pem);
        return claimed?.path;
      })
      .toBe(fresh.path);
    expect((await sent).status).toBe(200);
    expect(await tests.alerts()).toMatchObject([{ status: 'OPEN' }]);
  });

  it('is asked for again where it can’t be read, and Adobe repeats the delivery', async () => {
    const fresh = aSigningKey();
    const body = JSON.stringify(anEvent(tests.organization.clientId));
    const request = () => send(tests.organization.id, body, signed(body, fresh));
    await refusal('keyUnknown', 503, request);
    const { signingKeys } = served.server.store.hooks;
    const [claimed] = await signingKeys.claim(1);
    expect(claimed).toMatchObject({ path: fresh.path });
    await signingKeys.postpone(claimed!, 0);
    await publish(served.server, fresh);
    expect((await request()).status).toBe(200);
  });

  it('is not read for deliveries that are not for the organization, which answer the same', async () => {
    const wanted = () =>
      served.server.database.query('select path from adobe_signing_key order by path');
    const before = await wanted();
    const nobody = Buffer.from(`Organization:${randomUUID()}`).toString('base64url');
    const texts = new Set<string>();
    for (const [client, to] of [
      ['somebody', tests.organization.id],
      [tests.organization.clientId, nobody],
    ]) {
      const body = JSON.stringify(anEvent(client!));
      await refusal('keyUnknown', 503, async () => {
        const answer = await send(to!, body, signed(body, aSigningKey()));
        texts.add(answer.text);
        return answer;
      });
    }
    expect(texts.size).toBe(1);
    expect(await wanted()).toEqual(before);
  });
});

it('a key is read also while a hundred others were not found', async () => {
  const { database, store } = served.server;
  await database.query(
    `insert into adobe_signing_key (path, wanted_at, read_at) select '/prod/keys/pub-key-none-' || n || '.pem', now(), now() from generate_series(1, 100) n`,
  );
  const { path } = aSigningKey();
  await store.hooks.signingKeys.want(path);
  expect(await store.hooks.signingKeys.claim(100)).toContainEqual({ path, attempts: 1 });
  await database.query(`delete from adobe_signing_key where path like '%-none-%'`);
});

describe('a registration that is validated by opening an address', () => {
  const wanted = () =>
    served.server.database.query<{ path: string }>(
      'select path from adobe_validation where organization_id = $1',
      [tests.organization.uuid],
    );
  const validate = (validationUrl: unknown, to = tests.organization.id) =>
    send(to, JSON.stringify({ validationUrl }), {});

  it('has a worker open it, at Adobe’s host alone', async () => {
    for (const url of [
      'https://evil.example/x',
      'http://csm.adobe.io/x',
      'https://csm.adobe.io:1/',
      7,
    ])
      await refusal('unsigned', 401, () => validate(url));
    expect(await wanted()).toEqual([]);
    expect((await validate('https://csm.adobe.io/validate?id=1')).status).toBe(200);
    expect(await wanted()).toEqual([{ path: '/validate?id=1' }]);
  });

  it('is one of an organization, opened a few times, and says of no other whether it exists', async () => {
    const answers = [];
    for (let count = 0; count < 20; count += 1)
      answers.push(await validate(`https://csm.adobe.io/validate?id=${count}`));
    expect(await wanted()).toEqual([{ path: '/validate?id=4' }]);
    answers.push(await validate('https://csm.adobe.io/validate', 'nobody'));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('takes as long where there is nothing to queue', async () => {
    for (const to of [tests.organization.id, 'nobody']) {
      const began = performance.now();
      await validate('https://csm.adobe.io/validate', to);
      expect(performance.now() - began).toBeGreaterThan(90);
    }
  });
});

describe('a challenge', () => {
  const ask = (query: string, to = tests.organization.id) =>
    fetch(`${served.server.url}/hooks/adobe/${to}${query}`);

  it('is sent back as text, for whatever organization', async () => {
    for (const to of [tests.organization.id, 'nobody']) {
      const answer = await ask('?challenge=8ec8d794-e0ab-42df-9017-e3dada8e84f7', to);
      expect(await answer.text()).toBe('8ec8d794-e0ab-42df-9017-e3dada8e84f7');
      expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  it('is short and one', async () => {
    for (const query of [
      '',
      '?challenge=',
      `?challenge=${'x'.repeat(201)}`,
      '?challenge=a%0Ab',
      '?challenge=a&challenge=b',
    ])
      await refusal('malformed', 400, async () => {
        const { status } = await ask(query);
        return { status, text: '' };
      });
  });
});

it('counts what it refused by reason, and names no organization', async () => {
  const metrics = async (): Promise<string> => (await fetch(`${served.server.url}/metrics`)).text();
  const counted = async (): Promise<Map<string, number>> => {
    const lines = (await metrics()).matchAll(
      /^keyway_hook_deliveries_total\{sender="adobe",outcome="(\w+)"\} (\d+)$/gm,
    );
    return new Map([...lines].map(([, outcome, count]) => [outcome!, Number(count)]));
  };
  const expected = Object.fromEntries(refusals);
  await expect.poll(async () => Object.fromEntries(await counted())).toMatchObject(expected);
  expect(await metrics()).not.toContain(tests.organization.id);
});
