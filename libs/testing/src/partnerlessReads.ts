/** Finds what was executed without saying whose rows it is for. */
import type { ExecutedPlan, PlanNode } from './collectPlans.ts';

const CONDITIONS = ['Index Cond', 'Recheck Cond', 'Filter'];
const JOIN_CONDITIONS = ['Hash Cond', 'Merge Cond', 'Join Filter'];

/** Statements that may read the rows of several partners. */
export interface CrossPartner {
  /** A part of their texts. */
  text: string;
  why: string;
}

const textOf = (node: PlanNode, details: readonly string[]): string =>
  details.flatMap((detail) => node[detail] ?? []).join(' and ');

/** Of a bitmap scan, what its indexes are read by, too. */
const ownConditions = (node: PlanNode): string =>
  [
    textOf(node, CONDITIONS),
    ...(node.Plans ?? [])
      .filter((part) => part['Node Type'].startsWith('Bitmap') && !part['Relation Name'])
      .map(ownConditions),
  ].join(' and ');

interface Scan {
  alias: string;
  table: string;
  by: string;
  /** What it is equal to, in the scan itself or in a join above it. */
  partners: string[];
}

function scansOf(
  plan: PlanNode,
  partnered: ReadonlySet<string>,
  joins: readonly string[] = [],
): Scan[] {
  const { 'Relation Name': table, Alias: alias = '', Plans: parts = [] } = plan;
  const isScan = table !== undefined && plan['Node Type'] !== 'ModifyTable';
  const by = ownConditions(plan);
  const found = isScan && partnered.has(table) ? [{ alias, table, by }] : [];
  const above = [...joins, textOf(plan, JOIN_CONDITIONS)];
  return [
    ...found.map((scan) => ({
      ...scan,
      partners: partnersOf(alias, [by, ...joins].join(' and ')),
    })),
    ...parts.flatMap((part) => scansOf(part, partnered, above)),
  ];
}

/** As `ofPartner` of the store writes it. */
const ONE_OF = String.raw`(?:ANY \(array_append\('\{\}'::uuid\[\], )?`;
const partnersOf = (alias: string, conditions: string): string[] => [
  ...[...conditions.matchAll(new RegExp(`\\b${alias}\\.partner_id = ${ONE_OF}(\\S+)`, 'g'))].map(
    ([, other]) => other!,
  ),
  ...[...conditions.matchAll(new RegExp(`(\\S+) = ${alias}\\.partner_id\\b`, 'g'))].map(
    ([, other]) => other!,
  ),
];

/**
 * Scans of tables of `partnered` whose partner is given by nothing: no `partner_id = …` or
 * `= any (…)` in the scan or in a join above it, or only that of such a scan. Each as the table and
 * what it is read by.
 */
export function partnerlessScans(plan: PlanNode, partnered: ReadonlySet<string>): string[] {
  let open = scansOf(plan, partnered);
  for (;;) {
    const unknown = new Set(open.map(({ alias }) => alias));
    const left = open.filter(({ partners }) =>
      partners.every((other) => unknown.has(/(\w+)\.partner_id/.exec(other)?.[1] ?? '')),
    );
    if (left.length === open.length) return left.map(({ table, by }) => `${table}: ${by}`);
    open = left;
  }
}

/** Statements with such scans, apart from `exceptions`, and those of these that none needs. */
export function partnerlessReads(
  executed: readonly ExecutedPlan[],
  partnered: ReadonlySet<string>,
  exceptions: readonly CrossPartner[],
): { found: { text: string; scans: string[] }[]; unused: string[] } {
  const all = executed.flatMap(({ text, plan }) => {
    const scans = partnerlessScans(plan, partnered);
    return scans.length > 0 ? [{ text: text.replace(/\s+/g, ' ').trim(), scans }] : [];
  });
  const isOf = (text: string) => (one: CrossPartner) => text.includes(one.text);
  return {
    found: all.filter(({ text }) => !exceptions.some(isOf(text))),
    unused: exceptions
      .filter((one) => !all.some(({ text }) => isOf(text)(one)))
      .map(({ text }) => text),
  };
}
