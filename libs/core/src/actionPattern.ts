/**
 * Azure's wildcard in the actions of a role: `*` is any text, slashes included, compared without
 * case (RB-03). Not a regular expression: customers write role definitions, and with a few
 * asterisks it would take minutes.
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
