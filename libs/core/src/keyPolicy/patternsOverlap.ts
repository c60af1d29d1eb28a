/** Whether two IAM patterns have a text in common: `*` is any text, `?` is any one character. */
import type { WorkBudget } from './workBudget.ts';

/** Whether two beginnings overlap, by what is known of the shorter ones. */
function meets(
  one: string,
  other: string,
  before: { both: boolean; left: boolean; above: boolean },
): boolean {
  // An asterisk is over, or takes one more character of the other pattern.
  if (one === '*' || other === '*') return before.left || before.above;
  return before.both && (one === other || one === '?' || other === '?');
}

/** Both without the literal beginning that they share; null where they differ in it. */
function withoutBeginning(a: string, b: string): [string, string] | null {
  let at = 0;
  while (at < a.length && at < b.length) {
    const [one, other] = [a[at]!, b[at]!];
    if ('*?'.includes(one) || '*?'.includes(other)) break;
    if (one !== other) return null;
    at += 1;
  }
  return [a.slice(at), b.slice(at)];
}

/**
 * By every pair of their beginnings, so that it takes the product of their lengths and no more.
 * Letters count as they are; IAM's actions are to be given in lower case.
 */
export function patternsOverlap(a: string, b: string, budget: WorkBudget): boolean {
  budget.spend(Math.min(a.length, b.length) + 1);
  const rest = withoutBeginning(a, b);
  if (!rest) return false;
  const [one, other] = [[...rest[0]], [...rest[1]]];
  budget.spend(one.length * other.length);
  // Whether a beginning of `one` has a text in common with each beginning of `other`.
  let row = [true];
  for (const [at, character] of other.entries()) row.push(row[at]! && character === '*');
  for (const character of one) {
    const next = [row[0]! && character === '*'];
    for (const [at, its] of other.entries())
      next.push(meets(character, its, { both: row[at]!, left: next[at]!, above: row[at + 1]! }));
    row = next;
  }
  return row.at(-1)!;
}
