/** Two partners with people who have inboxes. */
import { randomUUID } from 'node:crypto';
import { eventOf, type EventActor, type EventData, type EventKind } from '@keyway/core';
import { aMember, requireAccepted, requireApplied, type TestPartner } from '@keyway/testing';
import type { OrganizationRecord, PartnerStore, UnitOfWork } from '../index.ts';
import { TwoPartners } from './twoPartners.ts';

/** Somebody who is signed in. */
export interface Person {
  id: string;
  principal: string;
  view: PartnerStore;
  /** Kind, step, actor and comment of what is in their inbox, the newest first. */
  inbox: (unreadOnly?: boolean) => Promise<string[]>;
}

export const actorOf = ({ principal }: Person, name: string): EventActor => ({
  principal,
  name,
  origin: 'console',
});

export class InboxWorld extends TwoPartners {
  readonly asPerson = (of: TestPartner, id: string, organizationIds: string[] | null): Person => {
    const scope = { partnerId: of.partnerId, organizationIds, viewer: `MEMBER:${id}` };
    const view = this.store.forPartner(scope);
    const inbox = async (unreadOnly = false): Promise<string[]> =>
      (await view.inbox({ first: 100 }, { unreadOnly })).edges.map(({ node }) =>
        [node.kind, node.step, node.actor, node.excerpt].filter((part) => part !== null).join(' '),
      );
    return { id, principal: `member:${id}`, view, inbox };
  };

  readonly person = async (
    name: string,
    role: 'OWNER' | 'OPERATOR' | 'APPROVER' | 'AUDITOR' = 'OPERATOR',
    organizations: OrganizationRecord[] | null = null,
    of = this.ours,
  ): Promise<Person> => {
    const imsOrgIds = organizations?.map(({ imsOrgId }) => imsOrgId) ?? null;
    const { id } = await aMember(this.store, of.partnerId, { name, role, imsOrgIds });
    return this.asPerson(of, id, organizations?.map((one) => one.id) ?? null);
  };

  readonly aRunOf = async (
    of = this.ours,
  ): Promise<{ organization: OrganizationRecord; runId: string }> => {
    const organization = await of.organization();
    const { run } = await of.run(organization.id);
    return { organization, runId: run.id };
  };

  readonly happens = <K extends EventKind>(
    runId: string,
    kind: K,
    data: EventData[K],
    by: EventActor,
  ) => {
    const occurrence = { id: randomUUID(), at: new Date().toISOString(), actor: by };
    return requireApplied(this.store, runId, eventOf(occurrence, kind, data));
  };

  readonly derive = async (): Promise<void> => {
    while ((await this.store.inboxes.derive()) > 0);
  };

  readonly writeAs = async <T>(
    { view, id }: Person,
    work: (unit: UnitOfWork) => Promise<T>,
  ): Promise<T> =>
    requireAccepted(
      await view.mutate({ principal: `MEMBER:${id}`, operation: 'i', input: null }, work),
    );

  readonly mark = (who: Person, wanted: { ids: string[] } | { until: string }, isRead = true) =>
    this.writeAs(who, (unit) =>
      unit.inbox.mark(wanted, { memberId: who.id, isRead, at: new Date().toISOString() }),
    );
}
