/** Links without an account: what is kept of them, when they open nothing, and who sees them. */
import { randomUUID } from 'node:crypto';
import { eventOf, globalId } from '@keyway/core';
import { aMember, anOccurrence, requireDone } from '@keyway/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { NewHandOff, Occurrence, StoredRun } from '../index.ts';
import { TwoPartners } from '../testing/twoPartners.ts';
import { newToken } from './apiToken.ts';

const AT = '2099-01-01T00:00:00.000Z';
const world = new TwoPartners();
const { write } = world;
beforeAll(world.open);
afterAll(world.close);

/** By a token that stands for nobody. */
const byNobody = (): Occurrence => ({
  ...anOccurrence(),
  actor: { principal: `token:${randomUUID()}`, name: 'ITSM', origin: 'apiToken' },
});
const byMember = (id: string): Occurrence => ({
  ...anOccurrence(),
  actor: { principal: `member:${id}`, name: 'Olga', origin: 'console' },
});
const aHandOff = async (changes: Partial<NewHandOff> = {}, occurrence = byNobody()) => {
  const organization = await world.ours.organization();
  const { run } = await world.ours.run(organization.id);
  const given = { runId: run.id, actor: 'AZURE_ADMIN', note: 'Hi', expiresAt: AT } as const;
  const made = await write(world.ours, (unit) =>
    unit.handOffs.create({ ...given, ...changes }, occurrence),
  );
  if ('refusal' in made) throw new Error(made.refusal.reason);
  return { ...made, organization, runId: run.id };
};
const found = (token: string) => world.store.system().authenticateHandOff(token);
const use = (id: string) => write(world.ours, (unit) => unit.handOffs.use({ id }, anOccurrence()));

describe('the token', () => {
  it('is found by its hash, and is nowhere in the database', async () => {
    const { token, handOff, organization, runId } = await aHandOff();
    expect(token).toMatch(/^kwh_[0-9A-Za-z]{46}$/);
    expect(await found(token)).toEqual({
      id: handOff.id,
      ...{ partnerId: world.ours.partnerId, partnerName: 'Ours' },
      ...{ organizationId: organization.id, organizationName: organization.name },
      ...{ runId, actor: 'AZURE_ADMIN', note: 'Hi', expiresAt: AT, closed: null },
    });
    const tables = await world.database.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    for (const { name } of tables) {
      const [{ n }] = (await world.database.query<{ n: number }>(
        `select count(*)::int as n from ${name} t where t::text like $1`,
        [`%${token.slice(4)}%`],
      )) as [{ n: number }];
      expect([name, n]).toEqual([name, 0]);
    }
  });

  it('is nothing where it is another kind, mistyped or unknown', async () => {
    const { token } = await aHandOff();
    const mistyped = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    for (const wrong of [mistyped, newToken('kwh_'), token.replace('kwh_', 'kw_'), '', 'kwh_'])
      expect(await found(wrong)).toBeNull();
    expect(await world.store.system().authenticateToken(token)).toBeNull();
    expect(await world.store.system().authenticateToken(token.replace('kwh_', 'kw_'))).toBeNull();
  });

  it('counts visits within a minute once, and each act', async () => {
    const { token, handOff } = await aHandOff();
    await Promise.all([found(token), found(token), found(token)]);
    const uses = async () => (await world.ours.store.handOff(handOff.id))!;
    expect(await uses()).toMatchObject({ uses: 1, lastUsedAt: expect.any(String) });
    expect([await use(handOff.id), await use(handOff.id)]).toEqual([null, null]);
    expect(await uses()).toMatchObject({ uses: 3 });
  });
});

describe('a hand-off opens nothing any more', () => {
  const expectClosed = async (token: string, id: string, closed: unknown): Promise<void> => {
    expect(await found(token)).toMatchObject({ closed });
    const { uses } = (await world.ours.store.handOff(id))!;
    await found(token);
    expect((await world.ours.store.handOff(id))!.uses).toBe(uses);
  };

  it('once it is revoked, which is written once', async () => {
    const { token, handOff, runId } = await aHandOff();
    const revoke = () =>
      write(world.ours, (unit) => unit.handOffs.revoke(handOff.id, anOccurrence()));
    const [first, second] = await Promise.all([revoke(), revoke()]);
    expect(first).toEqual(second);
    const { revokedAt } = (await world.ours.store.handOff(handOff.id))!;
    await expectClosed(token, handOff.id, { reason: 'REVOKED', at: revokedAt });
    expect(await use(handOff.id)).toMatchObject({ reason: 'handOffClosed' });
    const history = await world.ours.store.history({ first: 3 }, { runId });
    expect(history.edges.map(({ node }) => node.kind)).toEqual([
      'handOffRevoked',
      'handOffCreated',
      'runStarted',
    ]);
    expect(history.edges[1]?.node.data).toMatchObject({
      handOffId: globalId('HandOff', handOff.id),
      for: 'AZURE_ADMIN',
    });
    expect(await world.ours.store.verifyHistory(first && 'handOff' in first ? first.handOff.organizationId : null)).toMatchObject({ ok: true }); // prettier-ignore
  });

  it('once it expired', async () => {
    const expiresAt = '2020-01-01T00:00:00.000Z';
    const { token, handOff, runId } = await aHandOff({ expiresAt });
    await expectClosed(token, handOff.id, { reason: 'EXPIRED', at: expiresAt });
    expect(await use(handOff.id)).toMatchObject({ reason: 'handOffClosed' });
    // What happened to the run since is not for whoever still has the link.
    const event = eventOf(anOccurrence(), 'runCancelled', { reason: 'x' });
    await write(world.ours, (unit) => unit.runs.advance(runId, event));
    await expectClosed(token, handOff.id, { reason: 'EXPIRED', at: expiresAt });
    await write(world.ours, (unit) => unit.handOffs.revoke(handOff.id, anOccurrence()));
    expect(await found(token)).toMatchObject({ closed: { reason: 'REVOKED' } });
  });

  it('once the organization is archived, or the run ended', async () => {
    const archived = await aHandOff();
    await write(world.ours, (unit) =>
      unit.organizations.archive(archived.organization.id, 'x', anOccurrence()),
    );
    await expectClosed(archived.token, archived.handOff.id, { reason: 'CANCELLED', at: null });
    expect(await use(archived.handOff.id)).toMatchObject({ reason: 'handOffClosed' });
    const cancelled = await aHandOff();
    const event = eventOf(anOccurrence(), 'runCancelled', { reason: 'x' });
    await write(world.ours, (unit) => unit.runs.advance(cancelled.runId, event));
    await expectClosed(cancelled.token, cancelled.handOff.id, { reason: 'CANCELLED', at: null });
    const completed = await aHandOff();
    await world.database.query(`update run set status = 'COMPLETED' where id = $1`, [
      completed.runId,
    ]);
    await expectClosed(completed.token, completed.handOff.id, { reason: 'COMPLETED', at: null });
  });

  it('once its maker is removed, and stays so when they come back', async () => {
    const first = await aMember(world.store, world.ours.partnerId);
    await aMember(world.store, world.ours.partnerId);
    await write(world.ours, (unit) =>
      unit.members.changeGrants(
        { memberId: first.id, grants: [{ role: 'OPERATOR', organizationId: null }] },
        anOccurrence(),
      ),
    );
    const { token, handOff } = await aHandOff({}, byMember(first.id));
    expect(await found(token)).toMatchObject({ closed: null });
    await write(world.ours, (unit) =>
      unit.members.remove({ memberId: first.id, reason: null }, anOccurrence()),
    );
    const closed = { reason: 'REVOKED', at: expect.any(String) };
    await expectClosed(token, handOff.id, closed);
    await world.database.query('update member set removed_at = null where id = $1', [first.id]);
    await expectClosed(token, handOff.id, closed);
  });
});

describe('a hand-off is refused', () => {
  const refusal = async (changes: Partial<NewHandOff>) =>
    write(world.ours, (unit) =>
      unit.handOffs.create(
        { runId: randomUUID(), actor: 'AZURE_ADMIN', note: null, expiresAt: AT, ...changes },
        byNobody(),
      ),
    );

  it('of a run that is missing, ended or has no such steps', async () => {
    expect(await refusal({})).toMatchObject({ refusal: { code: 'NOT_FOUND', field: ['runId'] } });
    const { runId } = await aHandOff();
    const event = eventOf(anOccurrence(), 'runCancelled', { reason: 'x' });
    await write(world.ours, (unit) => unit.runs.advance(runId, event));
    expect(await refusal({ runId })).toMatchObject({ refusal: { code: 'RUN_CLOSED' } });
    const onAws = await world.ours.organization({
      ...{ cloud: 'AWS', region: 'VA6', azureTenantId: null },
      shield: 'PRIVACY_AND_SECURITY_SHIELD',
    });
    const { run } = requireDone<{ run: StoredRun }>(
      await write(world.ours, (unit) => unit.runs.start(onAws.id, anOccurrence())),
    );
    expect(await refusal({ runId: run.id })).toMatchObject({
      refusal: { code: 'INVALID_INPUT', field: ['actor'] },
    });
  });

  it('where a run has too many open ones', async () => {
    const { runId, handOff } = await aHandOff();
    for (let count = 1; count < 20; count += 1)
      expect(await refusal({ runId })).toMatchObject({ handOff: { runId } });
    expect(await refusal({ runId })).toMatchObject({ refusal: { code: 'CONFLICT' } });
    await write(world.ours, (unit) => unit.handOffs.revoke(handOff.id, anOccurrence()));
    expect(await refusal({ runId })).toMatchObject({ handOff: { runId } });
    expect((await world.ours.store.handOffs([runId])).at(-1)?.id).toBe(handOff.id);
  });
});
