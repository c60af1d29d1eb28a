/** Whether statements name the partner, and are planned well where they do. For tests only. */
import { partnerlessScans, type PlanNode } from '@keyway/testing';
import pg from 'pg';
import { database } from './workerUnderTest.ts';

/** The plan of each statement, without its values. */
async function plansOf(
  statements: readonly string[],
  without: readonly string[] = [],
): Promise<Map<string, PlanNode>> {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  try {
    for (const way of without) await client.query(`set enable_${way} = off`);
    const plans = new Map<string, PlanNode>();
    for (const text of statements) {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `explain (generic_plan, verbose, format json) ${text}`,
      );
      plans.set(text, rows[0]!['QUERY PLAN'][0].Plan);
    }
    return plans;
  } finally {
    await client.end();
  }
}

/** What the transaction of a claim does not use. */
const BY_INDEX = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'];
/** Indexes that begin with the partner: good for lists alone. */
const OF_PARTNERS = `select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid
  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0] where a.attname = 'partner_id'`;
const indexesOf = (plan: PlanNode): string[] => [
  ...(typeof plan['Index Name'] === 'string' ? [plan['Index Name']] : []),
  ...(plan.Plans ?? []).flatMap(indexesOf),
];

/**
 * Statements that read all rows of the partner by an index, as planned for empty tables.
 * @param keys indexes that begin with the partner, and are by what is asked for then
 */
export async function readByPartner(
  statements: readonly string[],
  keys: readonly string[] = [],
): Promise<string[]> {
  const lists = await database.query<{ name: string }>(OF_PARTNERS);
  const ofPartners = new Set(lists.map(({ name }) => name).filter((name) => !keys.includes(name)));
  return [...(await plansOf(statements, BY_INDEX))].flatMap(([text, plan]) => {
    const used = indexesOf(plan).filter((index) => ofPartners.has(index));
    return used.length > 0 ? [`${used.join()}: ${text}`] : [];
  });
}

/** One condition on the partner, as the statements have it. */
const CONDITION =
  /\b(?:\w+\.)?partner_id = (?:(\$\d+)(?:::uuid)?|any \(array_append\('\{\}', (\$\d+)::uuid\)\))/g;

/** Without one of its conditions each; with what it is made of. */
const mutantsOf = (text: string): [mutant: string, of: string][] =>
  [...text.matchAll(CONDITION)].map(({ 0: condition, 1: equal, 2: listed, index }) => {
    const end = text.slice(index + condition.length);
    return [`${text.slice(0, index)}${equal ?? listed}::uuid is not null${end}`, text];
  });

/** How many conditions were taken away, and the statements in which nobody would notice it. */
export async function missedMutants(
  statements: readonly string[],
  partnered: ReadonlySet<string>,
): Promise<{ mutants: number; missed: string[] }> {
  const before = await plansOf(statements);
  const mutants = statements.flatMap(mutantsOf);
  const after = await plansOf(mutants.map(([mutant]) => mutant));
  const count = (plan: PlanNode): number => partnerlessScans(plan, partnered).length;
  const missed = mutants
    .filter(([mutant, of]) => count(after.get(mutant)!) <= count(before.get(of)!))
    .map(([mutant]) => mutant);
  return { mutants: mutants.length, missed };
}
