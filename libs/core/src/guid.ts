/** GUIDs as Microsoft writes them, and UUIDs as Keyway stores them. */
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** With hyphens and without braces, in any letter case. */
export const isGuid = (text: string): boolean => GUID.test(text);

/** For IDs of Keyway's own, which have one spelling. */
export const isLowerCaseGuid = (text: string): boolean =>
  isGuid(text) && text === text.toLowerCase();
