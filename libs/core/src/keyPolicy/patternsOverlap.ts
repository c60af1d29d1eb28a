/** Whether two IAM patterns have a text in common: `*` is any text, `?` is any one character. */
import type { WorkBudget } from './workBudget.ts';

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

/** Whether a beginning of one pattern overlaps each beginning of the other, one character later. */
function nextRow(row: Uint8Array, character: string, other: readonly string[]): Uint8Array {
  const next = new Uint8Array(row.length);
  next[0] = character === '*' ? row[0]! : 0;
  for (let at = 0; at < other.length; at += 1) {
    const its = other[at]!;
    const isAny = character === '*' || its === '*';
    const isSame = character === its || character === '?' || its === '?';
    // An asterisk is over, or takes one more character of the other pattern.
    if (isAny) next[at + 1] = next[at]! | row[at + 1]!;
    else next[at + 1] = isSame ? row[at]! : 0;
  }
  return next;
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
  budget.spend((one.length + 1) * (other.length + 1));
  let row: Uint8Array = new Uint8Array(other.length + 1);
  row[0] = 1;
  for (let at = 0; at < other.length; at += 1) row[at + 1] = other[at] === '*' ? row[at]! : 0;
  for (const character of one) row = nextRow(row, character, other);
  return row.at(-1) === 1;
}
