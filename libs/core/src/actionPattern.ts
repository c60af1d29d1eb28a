/**
 * Azure's wildcard in the actions of a role: `*` stands for any text, slashes included, compared
 * without case (RB-03). By hand and not as a regular expression: role definitions are written by
 * customers, and a few asterisks in a row would take one minutes.
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
