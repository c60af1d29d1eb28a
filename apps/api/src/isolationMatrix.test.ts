/**
 * Every field with every argument, read by every role of another partner and of another
 * organization. The questions come from the schema, so a new field is covered automatically.
 */
import { ROLES } from '@keyway/core';
import { enableOnlyProtections, type TenancyProtections } from '@keyway/store/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  inputs,
  missingThings,
  someAlert,
  someWebhook,
  someBulkJob,
  someInboxItem,
  someDryRun,
  someHandOff,
  somePeople,
  type ForeignThing,
} from './testing/foreignInputs.ts';
import {
  anOrganization,
  aRun,
  aServer,
  keyIn,
  type Client,
  type TestServer,
} from './testing/aServer.ts';
import { questions, type Values } from './testing/questions.ts';
import type { MutationName } from './viewer/permissions.ts';

const NAME = 'Quite Unmistakable Ltd';

/** Both together are tried in isolation.test.ts. */
const NETS: TenancyProtections[] = ['policies', 'filters'];

/** Answers that repeat what was given, to say what is wrong with it. */
const ECHOES = ['inspectKeyIdentifier', 'plannedKeys'];

describe.each(NETS)('with the %s alone', (nets) => {
  let putBack: () => unknown;
  let server: TestServer;
  let mine: Record<'imsOrgId' | 'entryId' | Exclude<ForeignThing, 'inboxItemId'>, string>;
  /** Its owner is a person, so that no question of a token can find it. */
  let inboxItemId: string;
  let outsiders: [string, Client][];
  let marks: string[];

  beforeAll(async () => {
    server = await aServer();
    putBack = await enableOnlyProtections(nets, server.database.query);
    const { owner } = server;
    const { id: organizationId, imsOrgId } = await anOrganization(owner, { name: NAME });
    const runId = await aRun(owner, organizationId);
    await owner.must('attestStep', {
      runId,
      track: 'AEP',
      step: 'ENTITLEMENT',
      statement: 'Unmistakable statement',
    });
    await owner.must('provideKey', { runId, track: 'AEP', keyIdentifier: keyIn('unmistakable') });
    const { apiToken } = await owner.must(
      'createApiToken',
      { name: 'mine', role: 'AUDITOR', scopes: ['read'] },
      'apiToken { id }',
    );
    const entries = await owner.ask(
      'query($f: HistoryFilter) { history(first: 1, filter: $f) { nodes { id } } }',
      {
        f: { organizationId },
      },
    );
    mine = {
      organizationId,
      imsOrgId,
      runId,
      tokenId: apiToken.id,
      entryId: entries.history.nodes[0].id,
      handOffId: await someHandOff(server, runId),
      bulkJobId: await someBulkJob(server, organizationId),
      dryRunId: await someDryRun(server, organizationId),
      alertId: await someAlert(server, { organizationId, runId }),
      ...(await somePeople(server)),
      ...(await someWebhook(server)),
    };
    inboxItemId = await someInboxItem(server, mine);
    const { imsOrgId: _ims, ...ids } = mine;
    const uuids = Object.values(ids).map(
      (id) => Buffer.from(id, 'base64url').toString().split(':')[1]!,
    );
    marks = [
      NAME,
      ...Object.values(mine),
      ...uuids,
      inboxItemId,
      'unmistakable.vault',
      'Unmistakable statement',
      'Unmistakable Ana',
      'Unmistakable note',
      'Unmistakable view',
      'unmistakable@example.com',
      'unmistakable.example.com',
    ];
    const other = await anOrganization(owner, { name: 'Other' });
    await aRun(owner, other.id);
    const otherOwner = await server.otherOwner();
    outsiders = [];
    for (const role of ROLES) {
      outsiders.push([`a limited ${role}`, await server.person(role, undefined, [other.id])]);
      const { token } = await otherOwner.must(
        'createApiToken',
        { name: role, role, scopes: ['read', 'runs:write', 'approve', 'admin'] },
        'token',
      );
      outsiders.push([`${role} of another partner`, server.client(token as string)]);
    }
  });
  afterAll(async () => {
    await putBack();
    await server.close();
  });

  const values = (): Values => {
    const { imsOrgId, organizationId, ...ids } = mine;
    return {
      ID: [organizationId, ...Object.values(ids), inboxItemId],
      String: [imsOrgId, 'Unmistakable', 'unmistakable.vault', organizationId],
    };
  };

  it('answers nothing foreign to any question that the schema allows', async () => {
    const all = questions(values());
    expect(all.length).toBeGreaterThan(60);
    let answered = 0;
    for (const [who, client] of outsiders) {
      for (const query of all) {
        const { status, text, errors } = await client.raw({ query });
        const codes = (errors ?? []).map(({ extensions }) => extensions.code);
        // What a question repeats of itself is no answer: only data counts, and errors that are
        // none of the expected.
        expect([
          who,
          query,
          status,
          codes.filter((code) => !['FORBIDDEN', 'BAD_USER_INPUT'].includes(code)),
        ]).toEqual([who, query, expect.any(Number), []]);
        const leaked = marks.filter(
          (mark) =>
            text.includes(mark) &&
            !(query.includes(mark) && ECHOES.some((field) => query.includes(field))),
        );
        expect([who, query, leaked]).toEqual([who, query, []]);
        if (!errors) answered += 1;
      }
    }
    expect(answered).toBeGreaterThan(outsiders.length * 50);
    // The same questions do find it for whoever may see it.
    const found = new Set<string>();
    for (const query of all) {
      const { text } = await server.owner.raw({ query });
      for (const mark of marks) if (text.includes(mark)) found.add(mark);
    }
    expect(Object.values(mine).filter((id) => !found.has(id))).toEqual([]);
    expect(found).toContain(NAME);
  });

  it('answers every mutation on what is foreign as on what is missing, and changes nothing', async () => {
    const state = () =>
      server.database.query(
        `select (select json_agg(r.version order by id) from run r) as runs, (select count(*)::int from history_entry) as entries,
           (select count(*)::int from connection) as connections, (select count(*)::int from api_token where revoked_at is not null) as revoked,
           (select count(*)::int from member_grant) as grants, (select count(*)::int from invitation) as invitations,
           (select count(*)::int from sign_in_rule) as rules, (select json_agg(v) from saved_view v) as views, (select count(*)::int from member where removed_at is not null) as removed,
           (select json_agg(w) from webhook w) as webhooks, (select count(*)::int from webhook_delivery) as deliveries, (select json_agg(i) from inbox_item i) as items, (select json_agg(d) from digest d) as digests`,
      );
    const missing = inputs(missingThings());
    const foreign = inputs({ ...mine, inboxItemId });
    const before = await state();
    for (const [who, client] of outsiders) {
      for (const name of Object.keys(foreign) as MutationName[]) {
        const tried = await client.mutate(name, foreign[name] as Record<string, unknown>);
        const onMissing = await client.mutate(name, missing[name] as Record<string, unknown>);
        expect([who, name, tried]).toEqual([who, name, onMissing]);
        expect([who, name, tried.userErrors.length]).toEqual([who, name, 1]);
      }
    }
    expect(await state()).toEqual(before);
  });
});
