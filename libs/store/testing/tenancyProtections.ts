/**
 * For tests: takes one of the two nets against foreign rows away, so that a test shows what the
 * other one holds alone. Shipped code has no switch for either.
 */
import { Visibility } from '../src/tenancy/visibility.ts';

export type TenancyProtections = 'both' | 'policies' | 'filters';

/** Runs SQL as the owner of the tables. */
type Query = (text: string) => Promise<unknown>;

const TABLES = `select relname from pg_class
  where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity`;

/** A policy that lets everybody past the others on every table. */
const policies = (statement: string): string => `do $$ declare name text; begin
  for name in ${TABLES} loop execute format('${statement}', name); end loop; end $$`;

async function withoutPolicies(query: Query): Promise<() => Promise<void>> {
  await query(policies('create policy anything on %I using (true) with check (true)'));
  return async () => void (await query(policies('drop policy anything on %I')));
}

/** Each of the application's filters, and what it answers when it lets everything past. */
export const OPEN_FILTERS = {
  condition: 'true',
  granteeCondition: 'true',
  starterCondition: 'true',
  ownCondition: 'true',
  accessCondition: 'true',
  savedViewCondition: 'true',
  personCondition: 'true',
  inboxCondition: 'true',
  policyCondition: 'true',
  wherePartner: {},
  sees: true,
} satisfies { [Method in Exclude<keyof Visibility, 'scope'>]: ReturnType<Visibility[Method]> };

function withoutFilters(): () => void {
  const names = Object.keys(OPEN_FILTERS) as (keyof typeof OPEN_FILTERS)[];
  const kept = Object.fromEntries(names.map((name) => [name, Visibility.prototype[name]]));
  const open = Object.fromEntries(names.map((name) => [name, () => OPEN_FILTERS[name]]));
  Object.assign(Visibility.prototype, open);
  return () => void Object.assign(Visibility.prototype, kept);
}

/** Leaves only these up, for the whole process or database. Answers what puts the other back. */
export async function enableOnlyProtections(
  nets: TenancyProtections,
  query: Query,
): Promise<() => unknown> {
  if (nets === 'both') return () => undefined;
  return nets === 'policies' ? withoutFilters() : withoutPolicies(query);
}
