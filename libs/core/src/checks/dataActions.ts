/** Whether a role's data actions let Adobe read, wrap and unwrap (RB-03; cloud-wire 2.4): by name or by Azure's `*`. */
import { textsOf } from './lenient.ts';

const NEEDED = {
  vault: ['keys/read', 'keys/wrap/action', 'keys/unwrap/action'].map((action) => `microsoft.keyvault/vaults/${action}`),
  managedHsm: ['keys/read/action', 'keys/wrap/action', 'keys/unwrap/action'].map((action) => `microsoft.keyvault/managedhsm/${action}`),
};

/** `*` stands for any text, slashes included. */
function covers(pattern: string, action: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (rest.length === 0) return pattern === action;
  if (!action.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest.slice(0, -1)) {
    const found = action.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  const tail = rest.at(-1)!;
  return action.length - tail.length >= at && action.endsWith(tail);
}

export function grantsWrapping(dataActions: unknown, kind: 'vault' | 'managedHsm'): boolean {
  const granted = (textsOf(dataActions) ?? []).map((action) => action.toLowerCase());
  return NEEDED[kind].every((action) => granted.some((pattern) => covers(pattern, action)));
}
