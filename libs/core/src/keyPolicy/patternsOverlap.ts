/** Whether two IAM patterns have a text in common: `*` is any text, `?` is any one character. */

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

/**
 * By every pair of their beginnings, so that it takes the product of their lengths and no more.
 * Letters count as they are; IAM's actions are to be given in lower case.
 */
export function patternsOverlap(a: string, b: string): boolean {
  // Whether a beginning of `a` has a text in common with each beginning of `b`.
  let row = [true];
  for (const [at, other] of [...b].entries()) row.push(row[at]! && other === '*');
  for (const one of a) {
    const next = [row[0]! && one === '*'];
    for (const [at, other] of [...b].entries())
      next.push(meets(one, other, { both: row[at]!, left: next[at]!, above: row[at + 1]! }));
    row = next;
  }
  return row.at(-1)!;
}
