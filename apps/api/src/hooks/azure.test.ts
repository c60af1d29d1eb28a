/** Event Grid from outside: whoever has the address asks for an observation, and nothing else. */
import { randomUUID } from 'node:crypto';
import { Observations } from '@keyway/store/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { servedTests } from '../testing/servedTests.ts';
import { aWatchedOrganization, type WatchedOrganization } from '../testing/watchedOrganization.ts';

const served = servedTests();
let organization: WatchedOrganization;
/** The path of the organization's address, with its secret. */
let address: string;
beforeEach(async () => {
  organization = await aWatchedOrganization(served.server);
  address = await newAddress(organization);
});

async function newAddress({ id }: WatchedOrganization): Promise<string> {
  const made = await served.owner.must(
    'createEventGridAddress',
    { organizationId: id },
    'address organization { id }',
  );
  expect(made.organization.id).toBe(id);
  return (made.address as string).replace('http://localhost:4000', '');
}
const send = (path: string, body: unknown, init: RequestInit = {}) =>
  fetch(`${served.server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });

async function vaultId(): Promise<string> {
  const stored = await served.server.store
    .forPartner({ partnerId: served.server.partnerId, organizationIds: null })
    .watchesByOrganization([organization.uuid]);
  return stored.get(organization.uuid)!.watch!.tracks.AEP!.vaultResourceId!;
}
const event = (topic: string, eventType = 'Microsoft.KeyVault.KeyNewVersionCreated') => ({
  ...{ id: randomUUID(), topic, subject: 'key', eventType, eventTime: new Date().toISOString() },
  ...{ data: { 'ObjectName ': 'key', EXP: null }, dataVersion: '1' },
});
interface Asked {
  asked: boolean;
  generation: number;
}
const asked = async (): Promise<Asked> =>
  (
    await served.server.database.query<Asked>(
      'select asked, generation from watch_observation where organization_id = $1',
      [organization.uuid],
    )
  )[0]!;

describe('an event of a watched vault', () => {
  it('asks for an observation, in both schemas and whatever the spelling', async () => {
    const topic = await vaultId();
    const cloudEvent = {
      ...{ specversion: '1.0', id: '1', source: topic.toUpperCase(), subject: 'key' },
      ...{ type: 'Microsoft.KeyVault.KeyExpired', data: {} },
    };
    for (const body of [[event(topic)], cloudEvent]) {
      expect(await asked()).toMatchObject({ asked: false });
      expect((await send(address, body)).status).toBe(200);
      expect(await asked()).toMatchObject({ asked: true });
      await new Observations(served.server.database, served.server.store).make(organization.uuid);
    }
    const entries = await new Observations(served.server.database, served.server.store).entries(
      organization.uuid,
    );
    expect(entries.filter((kind) => kind !== 'eventGridAddressCreated')).toEqual([
      'healthChanged',
      'healthChanged',
    ]);
  });

  it('of a thousand asks for one', async () => {
    const topic = await vaultId();
    const { generation } = await asked();
    await send(
      address,
      Array.from({ length: 990 }, () => event(topic)),
    );
    await Promise.all(Array.from({ length: 10 }, () => send(address, [event(topic)])));
    expect(await asked()).toEqual({ asked: true, generation: generation + 1 });
  });
});

describe('what is not for the organization', () => {
  const refusedAlike = async (paths: readonly string[], body: unknown) => {
    const answers = await Promise.all(paths.map((path) => send(path, body)));
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(answers.map(({ status }) => status)).toEqual(paths.map(() => 404));
    expect(new Set(texts).size).toBe(1);
    expect(await asked()).toMatchObject({ asked: false });
  };

  it('is refused alike without the secret of this organization', async () => {
    const [path, secret] = address.split('?secret=') as [string, string];
    const other = await aWatchedOrganization(served.server);
    const otherAddress = await newAddress(other);
    const nobody = Buffer.from(`Organization:${randomUUID()}`).toString('base64url');
    const unaddressed = await aWatchedOrganization(served.server);
    await refusedAlike(
      [
        ...[path, `${path}?secret=`, `${path}?secret=${secret.slice(0, -1)}`],
        `${path}?secret=${secret}&secret=${secret}`,
        `${path}?secret=${'x'.repeat(10_000)}`,
        `${path}?secret=${otherAddress.split('?secret=')[1]}`,
        `/hooks/azure/${nobody}?secret=${secret}`,
        `/hooks/azure/${unaddressed.id}?secret=${secret}`,
        `/hooks/azure/${organization.uuid}?secret=${secret}`,
      ],
      [event(await vaultId())],
    );
  });

  it('is refused with an address that another one replaced, and of an archived organization', async () => {
    const body = [event(await vaultId())];
    const replaced = address;
    address = await newAddress(organization);
    await refusedAlike([replaced], body);
    expect((await send(address, [event('x', 'Microsoft.KeyVault.SecretExpired')])).status).toBe(
      200,
    );
    await served.owner.must('archiveOrganization', {
      organizationId: organization.id,
      reason: 'x',
    });
    await refusedAlike([address], body);
  });

  it('is refused where it is about another vault', async () => {
    const topic = await vaultId();
    for (const foreign of [`${topic}x`, topic.replace('vaults', 'accounts'), 'x'])
      expect((await send(address, [event(foreign)])).status).toBeGreaterThanOrEqual(400);
    expect(await asked()).toMatchObject({ asked: false });
  });

  it('is refused where it is no event, or too large', async () => {
    for (const body of ['', 'null', '{', '[]', '[{}]', '['.repeat(50_000), '{"__proto__":{"a":1}}'])
      expect((await send(address, body)).status).toBe(400);
    expect((await send(address, `"${'x'.repeat(1 << 20)}"`)).status).toBe(413);
    expect(await asked()).toMatchObject({ asked: false });
  });
});

describe('the validation of a subscription', () => {
  it('sends the code back, to whoever has the address', async () => {
    const validation = [event('x', 'Microsoft.EventGrid.SubscriptionValidationEvent')].map(
      (one) => ({ ...one, data: { validationCode: 'the code', validationUrl: 'https://x' } }),
    );
    const answer = await send(address, validation);
    expect(await answer.json()).toEqual({ validationResponse: 'the code' });
    expect((await send(`${address}x`, validation)).status).toBe(404);
  });

  it('allows the origin in the schema of CloudEvents', async () => {
    const ask = (path: string, origin: string) =>
      fetch(`${served.server.url}${path}`, {
        method: 'OPTIONS',
        headers: { 'webhook-request-origin': origin },
      });
    const answer = await ask(address, 'eventgrid.azure.net');
    expect(answer.status).toBe(200);
    expect(answer.headers.get('webhook-allowed-origin')).toBe('eventgrid.azure.net');
    expect((await ask(`${address}x`, 'eventgrid.azure.net')).status).toBe(404);
    expect((await ask(address, 'a b')).status).toBe(400);
  });
});

it('keeps its secret out of logs, history and the database', async () => {
  const secret = address.split('?secret=')[1]!;
  await send(address, '{');
  await send(`${address}x`, '{');
  const rows = await served.server.database.query(
    'select data::text from history_entry where organization_id = $1',
    [organization.uuid],
  );
  const stored = await served.server.database.query('select * from event_grid_address');
  for (const text of [JSON.stringify(rows), JSON.stringify(stored), served.server.log.join()])
    expect(text).not.toContain(secret);
  expect(secret).toMatch(/^kwe_[0-9A-Za-z]{46}$/);
});

it('is made by operators, and not by those who only read', async () => {
  const input = { organizationId: organization.id };
  const [operator, auditor] = [
    await served.server.person('OPERATOR'),
    await served.server.person('AUDITOR'),
  ];
  expect((await operator.mutate('createEventGridAddress', input)).userErrors).toEqual([]);
  expect((await auditor.mutate('createEventGridAddress', input)).userErrors).toMatchObject([
    { code: 'FORBIDDEN' },
  ]);
});
