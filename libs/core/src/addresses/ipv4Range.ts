/**
 * Whether a vault's IP rule admits an address (NET-09). IPv4 only, because vaults know nothing else
 * (NET-02).
 */

/** The address as an unsigned number; null where this is not four plain decimal numbers. */
function addressNumber(text: string): number | null {
  const parts = text.split('.');
  if (parts.length !== 4) return null;
  let number = 0;
  for (const part of parts) {
    if (!/^(0|[1-9][0-9]{0,2})$/.test(part) || Number(part) > 255) return null;
    number = number * 256 + Number(part);
  }
  return number;
}

/**
 * `exact`: the address itself, bare or `/32`; `wider`: a range that holds it; null: it does not, or
 * is no rule.
 */
export function admitsAddress(rule: string, address: string): 'exact' | 'wider' | null {
  const [base = '', length = '32', ...more] = rule.trim().split('/');
  const [start, wanted] = [addressNumber(base), addressNumber(address)];
  if (
    more.length > 0 ||
    start === null ||
    wanted === null ||
    !/^(0|[1-9][0-9]?)$/.test(length) ||
    Number(length) > 32
  )
    return null;
  const size = 2 ** (32 - Number(length));
  if (Math.floor(start / size) !== Math.floor(wanted / size)) return null;
  return size === 1 ? 'exact' : 'wider';
}
