/** What to say about a configuration's name while it is typed. The server judges it again (VAL-26). */
export type NameAdvice = 'empty' | 'outerSpace' | 'tooLong' | 'upperCase' | 'unusual' | 'good';

/**
 * `upperCase` and `unusual` may be sent: Adobe takes names case by case, yet its own guide asks for another case than it sent
 * (GAP-01), so lower-case letters, digits and hyphens are the safest.
 */
export function adviseName(name: string): NameAdvice {
  if (name === '') return 'empty';
  if (name !== name.trim()) return 'outerSpace';
  if (name.length > 64) return 'tooLong';
  if (/^[a-z0-9-]+$/.test(name)) return 'good';
  return name !== name.toLowerCase() ? 'upperCase' : 'unusual';
}

/** True where the server would refuse the name. */
export const isNameRefused = (advice: NameAdvice): boolean => advice === 'empty' || advice === 'outerSpace' || advice === 'tooLong';
