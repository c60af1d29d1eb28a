/**
 * One organization's history of any length, hashed as the store does it: the events of a whole run,
 * over and over.
 */
import { randomUUID } from 'node:crypto';
import { actorText, canonicalJson, type RunEvent } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { entryHash, GENESIS_HASH, type PartnerScope } from '@keyway/store';
import type pg from 'pg';

const AT_A_TIME = 5_000;
/** Indexes that verifying reads nothing of; keeping them up would be most of the time. */
const UNREAD = ['history_entry_list', 'history_entry_by_organization', 'history_entry_by_kind'];

function wholeRun(): readonly RunEvent[] {
  const driven = new DrivenRun()
    .prepare()
    .approve('AEP')
    .submit()
    .accepted()
    .reported('RUNNING')
    .reported('COMPLETED');
  return driven.approve('CJA').observe().confirmCja().events;
}

/** Answers the organization's ID. */
export async function seedChain(
  pool: pg.Pool,
  { partnerId }: PartnerScope,
  length: number,
): Promise<string> {
  const [organizationId, runId] = [randomUUID(), randomUUID()];
  const client = await pool.connect();
  await client.query('set session_replication_role = replica');
  for (const index of UNREAD) await client.query(`drop index ${index}`);
  const events = wholeRun().map(({ actor, kind, data }) => ({
    actor,
    kind,
    data,
    json: canonicalJson(data),
  }));
  const begun = Date.parse('2026-01-01T00:00:00.000Z');
  let [hash, at] = [GENESIS_HASH, ''];
  for (let seq = 0; seq < length;) {
    const rows: string[][] = [];
    for (; rows.length < AT_A_TIME && seq < length; seq += 1) {
      const { actor, kind, data, json } = events[seq % events.length]!;
      const [id, previousHash] = [randomUUID(), hash];
      at = new Date(begun + seq * 1000).toISOString();
      hash = entryHash(
        {
          id,
          at,
          actor: actorText(actor),
          principal: actor.principal,
          kind,
          organizationId,
          runId,
          data,
          previousHash,
        },
        json,
      );
      rows.push([
        id,
        String(seq + 1),
        at,
        actorText(actor),
        actor.principal,
        kind,
        json,
        previousHash,
        hash,
      ]);
    }
    const columns = rows[0]!.map((_, column) => rows.map((row) => row[column]));
    await client.query(
      `insert into history_entry (id, partner_id, organization_id, run_id, chain_id, seq, at, actor, principal, principal_hashed, kind, data, previous_hash,
         hash)
       select id, $1, $2, $3, $2, seq, at, actor, principal, true, kind, data::json, previous_hash, hash
       from unnest($4::uuid[], $5::bigint[], $6::timestamptz[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
         as rows(id, seq, at, actor, principal, kind, data, previous_hash, hash)`,
      [partnerId, organizationId, runId, ...columns],
    );
  }
  const end = [organizationId, partnerId, length, hash, at];
  await client.query(
    'insert into chain_head (chain_id, partner_id, organization_id, seq, hash, at) values ($1, $2, $1, $3, $4, $5)',
    end,
  );
  await client.query('reset session_replication_role');
  await client.query('vacuum analyze history_entry');
  client.release();
  return organizationId;
}
