/** Shortens an identifier in the middle and keeps both ends. */
export function shorten(text: string, max = 32): string {
  if (text.length <= max) return text;
  const tail = Math.floor((max - 1) * 0.4);
  const head = max - 1 - tail;
  return `${text.slice(0, head)}…${text.slice(-tail)}`;
}
