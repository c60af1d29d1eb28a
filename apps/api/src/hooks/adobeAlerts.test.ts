/** Alerts that Adobe's events open, are counted on, and open again. */
import { disabledKey } from '@keyway/store/testing';
import { describe, expect, it } from 'vitest';
import { anEvent } from '../testing/adobeSender.ts';
import { adobeTests } from '../testing/adobeTests.ts';

const tests = adobeTests();
const { served, deliver, stored } = tests;

describe('an alert of Adobe', () => {
  it('ends once a person acknowledged it and the key was seen to be usable since', async () => {
    await deliver(anEvent(tests.organization.clientId));
    await tests.observations.make(tests.organization.uuid);
    expect(await tests.alerts()).toMatchObject([{ status: 'OPEN' }]);
    await tests.acknowledge();
    expect(await tests.alerts()).toMatchObject([{ status: 'ACKNOWLEDGED' }]);
    await tests.observations.make(tests.organization.uuid, disabledKey);
    expect(await tests.alerts()).toMatchObject([{ status: 'ACKNOWLEDGED' }]);
    await tests.observations.make(tests.organization.uuid);
    expect(await tests.alerts()).toMatchObject([{ status: 'RESOLVED' }]);
    const entries = await tests.observations.entries(tests.organization.uuid);
    expect(entries.filter((kind) => kind === 'alertResolved')).toHaveLength(2);
  });

  it('is not ended by an observation that began before its event', async () => {
    const failure = () => anEvent(tests.organization.clientId, 'Key access failure');
    await deliver(failure());
    await tests.acknowledge();
    const claimed = await tests.observations.claim(tests.organization.uuid);
    await deliver(failure());
    await tests.observations.record(claimed!);
    expect(await tests.alerts()).toMatchObject([{ status: 'ACKNOWLEDGED', events: 2 }]);
    await tests.observations.make(tests.organization.uuid);
    expect(await tests.alerts()).toMatchObject([{ status: 'RESOLVED' }]);
  });

  it('is one of its kind, however often Adobe repeats itself', async () => {
    for (let count = 0; count < 20; count += 1)
      await deliver(anEvent(tests.organization.clientId, 'Key access failure'));
    expect(await tests.alerts()).toMatchObject([{ kind: 'KEY_ACCESS_FAILURE', events: 20 }]);
    expect(await tests.entries('alertOpened')).toBe(1);
  });

  it('of the purge class is open again after a new event, once for each, never for a repeated one', async () => {
    const [first, second, third] = [1, 2, 3].map(() => anEvent(tests.organization.clientId));
    await deliver(first);
    const subscription = await served.subscriber.subscribe(
      served.owner.token,
      'subscription { alertsChanged { status acknowledgedBy } }',
    );
    await tests.acknowledge();
    await subscription.next();
    expect((await deliver([first, first])).status).toBe(200);
    expect(await tests.alerts()).toMatchObject([{ status: 'ACKNOWLEDGED', events: 1 }]);
    await Promise.all(Array.from({ length: 8 }, () => deliver(second)));
    expect(await subscription.next()).toMatchObject({
      data: { alertsChanged: { status: 'OPEN', acknowledgedBy: null } },
    });
    expect(await tests.alerts()).toMatchObject([{ status: 'OPEN', events: 2 }]);
    await deliver(third);
    expect(await tests.entries('alertReopened')).toBe(1);
    await tests.acknowledge();
    await deliver([second, third, first]);
    expect(await tests.alerts()).toMatchObject([{ status: 'ACKNOWLEDGED', events: 3 }]);
    expect(await tests.entries('alertReopened')).toBe(1);
    expect(await tests.entries('alertAcknowledged')).toBe(2);
  });

  it('of the purge class that comes while it is acknowledged is never left unseen', async () => {
    await deliver(anEvent(tests.organization.clientId));
    for (let round = 0; round < 5; round += 1) {
      await Promise.all([
        tests.acknowledge(),
        ...[1, 2].map(() => deliver(anEvent(tests.organization.clientId))),
      ]);
      const { nodes } = (
        await served.owner.ask(
          'query($id: ID!) { history(first: 20, filter: { organizationId: $id }) { nodes { kind } } }',
          { id: tests.organization.id },
        )
      ).history;
      const kinds: string[] = nodes.map(({ kind }: { kind: string }) => kind);
      const last = kinds.find((kind) => /^alert(Opened|Acknowledged|Reopened)$/.test(kind));
      const [alert] = await tests.alerts();
      expect(alert?.status).toBe(last === 'alertAcknowledged' ? 'ACKNOWLEDGED' : 'OPEN');
    }
  });

  it('keeps all that Adobe said, the newest first', async () => {
    const { id, clientId } = tests.organization;
    const events = [1, 2, 3].map((text) => ({ ...anEvent(clientId), text: `Notice ${text}` }));
    for (const event of events) await deliver(event);
    await deliver({ ...anEvent(clientId), text: 'x'.repeat(20_000) });
    const ask = async (after: string | null) =>
      (
        await served.owner.ask(
          `query($id: ID!, $after: String) { alerts(first: 1, filter: { organizationId: $id }) { nodes { events(first: 2, after: $after) {
            nodes { eventId source } pageInfo { hasNextPage endCursor } } } } }`,
          { id, after },
        )
      ).alerts.nodes[0].events;
    const page = await ask(null);
    const [long, last] = page.nodes;
    expect(JSON.parse(`${long.source.truncated}"}`)).toMatchObject({
      recipient_client_id: clientId,
    });
    expect(last.source).toEqual(events[2]);
    const rest = await ask(page.pageInfo.endCursor);
    expect(rest.nodes.map(({ source }: { source: unknown }) => source)).toEqual([
      events[1],
      events[0],
    ]);
    expect(rest.pageInfo.hasNextPage).toBe(false);
  });
});

describe('notifications, of which twenty may be open', () => {
  const notification = () => anEvent(tests.organization.clientId, 'Alert notification');
  const counted = async () => (await tests.alerts()).map(({ events }) => events);

  it('are twenty and no more where two deliveries come at once', async () => {
    await deliver(Array.from({ length: 19 }, notification));
    const [first, second] = [1, 2].map(() => [notification(), notification()]);
    const answers = await Promise.all([deliver(first), deliver(second), deliver(second)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const events = await counted();
    expect(events).toHaveLength(20);
    expect(events.reduce((sum, one) => sum + one)).toBe(23);
    const kept = await served.server.database.query<{ alerts: number; texts: number }>(
      `select count(distinct alert_id)::int as alerts, count(source)::int as texts from adobe_event where organization_id = $1`,
      [tests.organization.uuid],
    );
    expect(kept).toEqual([{ alerts: 20, texts: 3 }]);
  });

  it('that nobody has read are not hidden behind one that somebody acknowledged', async () => {
    await deliver(Array.from({ length: 20 }, notification));
    await tests.acknowledge();
    const last = notification();
    await deliver(last);
    await deliver(last);
    expect((await tests.alerts()).filter(({ status }) => status === 'OPEN')).toMatchObject([
      { events: 2 },
    ]);
    expect(await tests.entries('alertReopened')).toBe(1);
  });
});

describe('a repeated event', () => {
  it('changes nothing, also in parallel', async () => {
    const event = anEvent(tests.organization.clientId);
    const answers = await Promise.all(Array.from({ length: 8 }, () => deliver(event)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await tests.alerts()).toMatchObject([{ status: 'OPEN', events: 1 }]);
    const before = await stored();
    expect((await deliver(event)).status).toBe(200);
    expect(await stored()).toEqual(before);
  });

  it('counts only what is new in a batch, in any order', async () => {
    const [first, second, third] = [1, 2, 3].map(() => anEvent(tests.organization.clientId));
    await deliver([third, first]);
    await deliver([first, second, second, third]);
    expect(await tests.alerts()).toMatchObject([{ events: 3 }]);
  });

  it('opens nothing again after its alert has ended', async () => {
    const event = anEvent(tests.organization.clientId);
    await deliver(event);
    await tests.acknowledge();
    await tests.observations.make(tests.organization.uuid);
    expect(await tests.alerts()).toMatchObject([{ status: 'RESOLVED' }]);
    const before = await stored();
    await deliver(event);
    expect(await stored()).toEqual(before);
    await deliver(anEvent(tests.organization.clientId));
    expect(await tests.alerts()).toMatchObject([{ status: 'RESOLVED' }, { status: 'OPEN' }]);
  });

  it('of a day is kept up to a bound for each kind, and none hides the purge class', async () => {
    const { clientId } = tests.organization;
    const many = (count: number) =>
      Array.from({ length: count }, () => anEvent(clientId, 'Alert notification'));
    for (let sent = 0; sent < 1_500; sent += 250) await deliver(many(250));
    const [kept] = await served.server.database.query(
      'select count(*)::int as count from adobe_event where organization_id = $1',
      [tests.organization.uuid],
    );
    expect(kept).toEqual({ count: 1_000 });
    await deliver(anEvent(clientId));
    const alerts = await tests.alerts();
    const notifications = alerts.filter((alert) => alert.kind === 'ALERT_NOTIFICATION');
    expect(notifications.map(({ events }) => events).toSorted((a, b) => a - b)).toEqual([
      ...Array.from({ length: 19 }, () => 1),
      981,
    ]);
    expect(alerts.filter(({ kind }) => kind === 'KEY_ACCESS_DISABLED')).toMatchObject([
      { events: 1 },
    ]);
    const metrics = async () => (await fetch(`${served.server.url}/metrics`)).text();
    await expect
      .poll(metrics)
      .toContain('keyway_hook_deliveries_total{sender="adobe",outcome="dropped"} 500');
  });
});
