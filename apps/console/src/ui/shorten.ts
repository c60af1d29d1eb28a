/** Shortens an identifier in the middle, where it says least, keeping both ends readable. */
export function shorten(text: string, max = 32): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) * 0.4);
  const head = max - 1 - tail;
  return `${text.slice(0, head)}…${text.slice(-tail)}`;
}
