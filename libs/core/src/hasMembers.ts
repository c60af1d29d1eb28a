/** Whether the object has each of these members, the very same. */
export function hasMembers<T extends object>(value: T, members: Partial<T>): boolean {
  for (const name in members) if (members[name] !== value[name]) return false;
  return true;
}
