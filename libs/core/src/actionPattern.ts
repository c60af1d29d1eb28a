/**
 * Azure's wildcard in a role's actions (RB-03): `*` is any text, slashes included, without case.
 * Not a regular expression, which takes minutes for a few asterisks.
 */
export function actionMatches(pattern: string, action: string): boolean {
  const wanted = action.toLowerCase();
  const [head = '', ...rest] = pattern.toLowerCase().split('*');
  const tail = rest.pop();
  if (tail === undefined) return head === wanted;
  if (!wanted.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const found = wanted.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return wanted.length - tail.length >= at && wanted.endsWith(tail);
}
