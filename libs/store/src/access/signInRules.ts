/** Rules that admit people by claims of their ID token, as long as it carries them. */
import { randomUUID } from 'node:crypto';
import type { Grant } from '@keyway/core';
import { columns, type RowOf } from '../database/columns.ts';
import type { Sql, Transaction } from '../database/database.ts';
import { Parameters } from '../database/parameters.ts';
import type { SignInRule } from '../generated/client.ts';
import { appendHistory, lockChain } from '../history/appendHistory.ts';
import { assertVersion } from '../tenancy/contentVersion.ts';
import type { Occurrence } from '../tenancy/mutation.ts';
import type { Unit, View } from '../tenancy/view.ts';
import type { Admission, ClaimRule } from './accessRecords.ts';
import { grantsForHistory } from './grantsForHistory.ts';
import { roleOf } from './roles.ts';

const FIELDS = [
  'id',
  'claim',
  'value',
  'role',
  'organizationId',
  'issuer',
] as const satisfies readonly (keyof SignInRule)[];
type RuleRow = RowOf<SignInRule, (typeof FIELDS)[number]>;

const ruleOf = ({ issuer, claim, value, role, organizationId }: RuleRow): ClaimRule => ({
  issuer,
  claim,
  value,
  grant: { role: roleOf(role), organizationId },
});

interface RuleOptions {
  mainIssuer?: string | null;
  ifVersion?: string | null;
}

/** The rules without an issuer are those of the main provider. */
const keyOf =
  (mainIssuer: string | null) =>
  ({ issuer, claim, value, grant }: ClaimRule): string =>
    JSON.stringify([issuer ?? mainIssuer, claim, value, grant.role, grant.organizationId]);

/** In their order. */
export async function findSignInRules({ visibility, sql }: View): Promise<ClaimRule[]> {
  const parameters = new Parameters();
  const rows = await sql.query<RuleRow>(
    `select ${columns('r', FIELDS)} from sign_in_rule r
     where ${visibility.accessCondition(parameters, 'r')} order by r.position, r.id`,
    parameters.values,
  );
  return rows.map(ruleOf);
}

/**
 * Replaces all rules. What a rule gave that is no longer there ends with it.
 * @param options `mainIssuer`: of the main provider, if one is set; `ifVersion`: refused where it
 * is not the version of the rules that are there
 */
export async function setSignInRules(
  unit: Unit,
  rules: readonly ClaimRule[],
  occurrence: Occurrence,
  { mainIssuer = null, ifVersion = null }: RuleOptions = {},
): Promise<ClaimRule[]> {
  const key = keyOf(mainIssuer);
  const { partnerId } = unit.visibility.scope;
  await lockChain(unit.sql, { partnerId, organizationId: null });
  const stored = await unit.sql.query<RuleRow>(
    `select ${columns('r', FIELDS)} from sign_in_rule r where r.partner_id = $1 order by r.position, r.id`,
    [partnerId],
  );
  const before = stored.map(ruleOf);
  assertVersion(ifVersion, before);
  const wanted = [...new Map(rules.map((rule) => [key(rule), rule])).values()];
  const kept = new Map(stored.map((row) => [key(ruleOf(row)), row.id]));
  const ids = wanted.map((rule) => kept.get(key(rule)) ?? randomUUID());
  await unit.sql.query(
    'delete from sign_in_rule where partner_id = $1 and id <> all ($2::uuid[])',
    [partnerId, ids],
  );
  await unit.sql.query(
    `insert into sign_in_rule (id, partner_id, position, claim, value, role, organization_id, issuer)
     select id, $1, position, claim, value, role, organization_id, issuer
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::text[])
       with ordinality as rule(id, claim, value, role, organization_id, issuer, position)
     on conflict (id) do update set position = excluded.position, issuer = excluded.issuer`,
    [
      ...[partnerId, ids],
      wanted.map(({ claim }) => claim),
      wanted.map(({ value }) => value),
      wanted.map(({ grant }) => grant.role),
      wanted.map(({ grant }) => grant.organizationId),
      wanted.map(({ issuer }) => issuer),
    ],
  );
  await takeFromOthers(unit.sql, partnerId);
  const data = {
    from: await forHistory(unit.sql, before),
    to: await forHistory(unit.sql, wanted),
  };
  await appendHistory(unit, null, 'signInPolicyChanged', data, occurrence);
  return wanted;
}

/** A rule that named no issuer may have given something to people of other providers. */
async function takeFromOthers(sql: Sql, partnerId: string): Promise<void> {
  await sql.query(
    `delete from member_grant g using sign_in_rule r, member m
     where g.partner_id = $1 and r.id = g.rule_id and m.id = g.member_id and rtrim(m.issuer, '/') <> r.issuer`,
    [partnerId],
  );
}

async function forHistory(sql: Sql, rules: readonly ClaimRule[]): Promise<unknown[]> {
  const grants = await grantsForHistory(
    sql,
    rules.map(({ grant }) => grant),
  );
  return rules.map(({ issuer, claim, value }, index) => ({
    ...(issuer !== null && { issuer }),
    ...{ claim, value, grant: grants[index] },
  }));
}

/** Whether a claim has the value: a text, or a list that contains it. */
const carries = (claims: Readonly<Record<string, unknown>>, { claim, value }: RuleRow): boolean => {
  const found = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return Array.isArray(found) ? found.includes(value) : found === value;
};

/** What the rules give for these claims of this provider. */
export async function matchingRules(
  sql: Sql,
  partnerId: string,
  { claims, provider }: Pick<Admission, 'claims' | 'provider'>,
): Promise<{ id: string; grant: Grant }[]> {
  const rows = await sql.query<RuleRow>(
    `select ${columns('r', FIELDS)} from sign_in_rule r where r.partner_id = $1`,
    [partnerId],
  );
  return rows
    .filter(({ issuer }) => (issuer === null ? provider.isMain : issuer === provider.issuer))
    .filter((row) => carries(claims, row))
    .map((row) => ({ id: row.id, grant: ruleOf(row).grant }));
}

/** From now on the member has by rules what these give, until an instant, and nothing else. */
export async function setGrantsOfRules(
  transaction: Transaction,
  member: { id: string; partnerId: string },
  rules: readonly { id: string; grant: Grant }[],
  until: Date,
): Promise<void> {
  const ids = rules.map(({ id }) => id);
  await transaction.query(
    'delete from member_grant where member_id = $1 and rule_id is not null and rule_id <> all ($2::uuid[])',
    [member.id, ids],
  );
  if (ids.length === 0) return;
  await transaction.query(
    `insert into member_grant (id, partner_id, member_id, role, organization_id, rule_id, expires_at)
     select gen_random_uuid(), $2, $1, r.role, r.organization_id, r.id, $4
     from sign_in_rule r where r.partner_id = $2 and r.id = any ($3::uuid[])
     on conflict (member_id, role, organization_id, rule_id) do update set expires_at = excluded.expires_at`,
    [member.id, member.partnerId, ids, until],
  );
}
