/** A partner with a person who starts bulk jobs, and workers that do them. */
import { randomUUID } from 'node:crypto';
import type { BulkInput, EventActor, PlannedKeys, Role } from '@keyway/core';
import {
  aDatabase,
  aMember,
  anOccurrence,
  aPartner,
  requireAccepted,
  requireDone,
  type TestDatabase,
  type TestPartner,
} from '@keyway/testing';
import type { BulkItemRecord, BulkJobRecord, PartnerStore, Store } from '../index.ts';

export interface Starter {
  id: string;
  who: string;
  actor: EventActor;
}

export const START: BulkInput = { action: 'START_RUNS', track: null, reason: null };
export const VERIFY: BulkInput = { ...START, action: 'VERIFY' };
export const CANCEL: BulkInput = { ...START, action: 'CANCEL_RUNS', reason: 'Begun by mistake.' };
export const APPROVAL: BulkInput = { ...START, action: 'REQUEST_APPROVAL', track: 'AEP' };
export const HAND_OFF: BulkInput = {
  ...{ ...START, action: 'CREATE_HAND_OFFS' },
  handOff: { actor: 'AZURE_ADMIN', note: null, expiresAt: null },
};
/** Of a step that nobody has to attest elsewhere. */
export const ATTEST: BulkInput = {
  ...{ ...START, action: 'ATTEST_STEPS', track: 'CJA', step: 'ENTITLEMENT' },
  attestation: { statement: 'Contract C-1 names the add-on', reference: 'C-1' },
};
export const RETRY: BulkInput = { ...START, action: 'RETRY_STEPS', track: 'AEP', step: 'VAULT' };
export const KEYS: BulkInput = { ...START, action: 'PROVIDE_KEYS' };
export const KEYS_AND_RUNS: BulkInput = { ...KEYS, startRuns: true };
/** In a vault of its own. */
export const aKeyIn = (vault: string): PlannedKeys => ({
  AEP: {
    keyIdentifier: `https://${vault}.vault.azure.net/keys/cmk/0123456789abcdef0123456789abcdef`,
    vaultResourceId: null,
  },
});
/** A key for each, in vaults of these names with a number. */
export const keysFor = (
  organizationIds: readonly string[],
  vault = 'contoso',
): Map<string, PlannedKeys> =>
  new Map(organizationIds.map((id, place) => [id, aKeyIn(`${vault}-${place}`)]));
export const assigning = ({ id, actor }: Starter): BulkInput => ({
  ...{ ...START, action: 'ASSIGN' },
  assignment: { owner: { memberId: id, name: actor.name } },
});

export class BulkWorld {
  database!: TestDatabase;
  store!: Store;
  /** Another process. */
  other!: Store;
  partner!: TestPartner;
  starter!: Starter;

  readonly open = async (): Promise<void> => {
    this.database = await aDatabase();
    this.store = await this.database.store({ pollScale: 0.001 });
    this.other = await this.database.store();
  };
  readonly close = (): Promise<void> => this.database.close();
  /** Another partner, without jobs. */
  readonly renew = async (): Promise<void> => {
    await this.database.query('delete from bulk_job');
    this.partner = await aPartner(this.database, this.store);
    this.starter = await this.aStarter();
  };

  readonly aStarter = async (
    role: Role = 'OPERATOR',
    imsOrgIds: string[] | null = null,
  ): Promise<Starter> => {
    const person = { name: 'Olga', role, imsOrgIds };
    const { id, name } = await aMember(this.store, this.partner.partnerId, person);
    const actor: EventActor = { principal: `member:${id}`, name, origin: 'console' };
    return { id, who: `MEMBER:${id}`, actor };
  };
  /** A token that this person made, or that stands for nobody. */
  readonly aTokenOf = async (maker: Starter | null): Promise<Starter> => {
    const name = 'Robot';
    const by = maker
      ? { kind: 'MEMBER' as const, id: maker.id, principal: `member:${maker.id}`, name }
      : { kind: 'BOOTSTRAP' as const, id: randomUUID(), principal: 'bootstrap', name };
    const given = { name, role: 'OPERATOR' as const, scopes: ['read', 'runs:write'] };
    const made = await this.partner.store.mutate(
      { principal: by.principal, operation: 'createApiToken', input: null },
      (unit) =>
        unit.tokens.create(
          { ...given, organizationIds: null, expiresAt: null, maker: by },
          anOccurrence(),
        ),
    );
    const { id, principal } = requireAccepted(made).apiToken;
    return { id, who: `TOKEN:${id}`, actor: { principal, name, origin: 'apiToken' } };
  };
  readonly organizations = async (count: number): Promise<string[]> => {
    const ids: string[] = [];
    for (let place = 0; place < count; place += 1)
      ids.push((await this.partner.organization({ name: `Bulk ${place}` })).id);
    return ids;
  };
  readonly viewed = ({ who }: Starter, organizationIds: string[] | null = null): PartnerStore =>
    this.store.forPartner({ partnerId: this.partner.partnerId, organizationIds, viewer: who });

  readonly startJob = async (
    organizationIds: readonly string[],
    input: BulkInput = START,
    by = this.starter,
    view = this.viewed(by),
    keys?: ReadonlyMap<string, PlannedKeys>,
  ): Promise<BulkJobRecord> => {
    const started = await view.mutate(
      { principal: by.who, operation: 'startBulk', input: null },
      (unit) =>
        unit.bulk.start(
          { input, organizationIds, starter: by.who, ...(keys && { keys }) },
          { ...anOccurrence(), actor: by.actor },
        ),
    );
    return requireDone<{ job: BulkJobRecord }>(requireAccepted(started)).job;
  };
  readonly startKeys = (
    keys: ReadonlyMap<string, PlannedKeys>,
    input: BulkInput = KEYS,
  ): Promise<BulkJobRecord> => this.startJob([...keys.keys()], input, undefined, undefined, keys);
  readonly cancel = async (id: string, by = this.starter): Promise<BulkJobRecord> => {
    const request = { principal: by.who, operation: 'cancelBulk', input: null };
    const cancelled = await this.viewed(by).mutate(request, (unit) =>
      unit.bulk.cancel(id, { ...anOccurrence(), actor: by.actor }),
    );
    return requireDone<{ job: BulkJobRecord }>(requireAccepted(cancelled)).job;
  };
  readonly workAll = async (...stores: Store[]): Promise<void> => {
    const each = async ({ bulk }: Store): Promise<void> => {
      while ((await bulk.work()) > 0);
    };
    await Promise.all(stores.map(each));
  };
  readonly shown = async ({ id }: { id: string }): Promise<BulkJobRecord> =>
    (await this.partner.store.bulkJob(id))!;
  readonly items = async ({ id }: { id: string }): Promise<BulkItemRecord[]> => {
    const all: BulkItemRecord[] = [];
    for (let after: string | null = null; ;) {
      const page = await this.partner.store.bulkItems({ first: 100, after }, id);
      all.push(...page.edges.map(({ node }) => node));
      if (!page.hasNextPage) return all;
      after = page.edges.at(-1)!.cursor;
    }
  };
  readonly outcomes = async (job: { id: string }): Promise<(string | undefined)[][]> =>
    (await this.items(job)).map(({ status, refusal }) => [status, refusal?.reason]);
  readonly count = async (table: string): Promise<number> =>
    (
      await this.database.query<{ count: number }>(
        `select count(*)::int as count from ${table} where partner_id = '${this.partner.partnerId}'`,
      )
    )[0]!.count;
}
