/**
 * A message that is English whatever the reader's language, so that a screen reader
 * speaks them right.
 */
export function EnglishText({ text }: { text: string }) {
  return <span lang="en">{text}</span>;
}
