/** What is read to find where nobody could approve, for thousands of organizations. */
import { randomUUID } from 'node:crypto';
import { aDatabase, type TestDatabase } from '@keyway/testing';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Sql } from '../database/database.ts';
import type { View } from '../tenancy/view.ts';
import { Visibility } from '../tenancy/visibility.ts';
import { listWithoutApprover } from './approvers.ts';

const ORGANIZATIONS = 5000;
const MEMBERS = 600;
const TOKENS = 400;
const partnerId = randomUUID();

let database: TestDatabase;
beforeAll(async () => {
  database = await aDatabase();
  const of = (kind: string, i = 'i') => `md5('${kind}' || ${i})::uuid`;
  const rows = (count: number) => `from generate_series(1, ${count}) as i`;
  // Half of the members may approve everywhere, half of the organizations have two of their own,
  // and every third token is for one organization.
  for (const statement of [
    `insert into partner (id, name, created_at) values ('${partnerId}', 'P', now())`,
    `insert into organization (id, partner_id, name, name_key, ims_org_id, cloud, region, shield, owns_cja, created_at)
     select ${of('o')}, '${partnerId}', 'C ' || i, 'c ' || i, upper(lpad(to_hex(i), 24, '0')) || '@AdobeOrg', 'AZURE', 'VA7',
       'HEALTHCARE_SHIELD', false, now() ${rows(ORGANIZATIONS)}`,
    `insert into member (id, partner_id, issuer, subject, name, role, every_organization, organization_ids, created_at)
     select ${of('m')}, '${partnerId}', 'i', 's' || i, 'M', 'AUDITOR', false, '{}', now() ${rows(MEMBERS)}`,
    `insert into member_grant (id, partner_id, member_id, role)
     select gen_random_uuid(), '${partnerId}', ${of('m')}, 'APPROVER' ${rows(MEMBERS / 2)}`,
    `insert into member_grant (id, partner_id, member_id, role, organization_id)
     select gen_random_uuid(), '${partnerId}', ${of('m', `(i % ${MEMBERS} + 1)`)}, 'APPROVER', ${of('o', '((i + 1) / 2)')} ${rows(ORGANIZATIONS)}`,
    `insert into api_token (id, partner_id, kind, name, prefix, sha256, role, scopes, every_organization, organization_ids, principal, created_at, created_by)
     select gen_random_uuid(), '${partnerId}', 'MADE', 'T', 'kw_', sha256(i::text::bytea), 'APPROVER', '{approve}', i % 3 > 0,
       case when i % 3 > 0 then '{}' else array[${of('o')}] end, 'token:' || i, now(), 'x' ${rows(TOKENS)}`,
    'analyze organization, member, member_grant, api_token',
  ])
    await database.query(statement);
});
afterAll(() => database.close());

interface Plan {
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Plan[];
}
const rowsReadBy = (plan: Plan): number =>
  (plan.Plans ?? []).reduce(
    (sum, part) => sum + rowsReadBy(part),
    plan['Relation Name']
      ? (plan['Actual Rows'] + (plan['Rows Removed by Filter'] ?? 0)) * plan['Actual Loops']
      : 0,
  );

it.each([false, true])('reads who could approve once, tokens: %s', async (withTokensOfNobody) => {
  let read = 0;
  const explained = {
    read: async (text: string, values: unknown[]) => {
      const [row] = await database.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
        `explain (analyze, format json) ${text}`,
        values,
      );
      read += rowsReadBy(row!['QUERY PLAN'][0].Plan);
      return database.query(text, values);
    },
  } as unknown as Database;
  const view = {
    sql: { query: database.query } as unknown as Sql,
    visibility: new Visibility({ partnerId, organizationIds: null }),
  } as View;
  const found = await listWithoutApprover(
    view,
    explained,
    { fourEyes: 'OWN_APPROVER', organizationId: null },
    { withTokensOfNobody },
  );
  // No token helps where only persons count.
  expect(found).toHaveLength(ORGANIZATIONS / 2);
  // The grants, whose members are looked up, and the tokens.
  expect(read).toBeLessThan(3 * (ORGANIZATIONS + MEMBERS + TOKENS));
});
