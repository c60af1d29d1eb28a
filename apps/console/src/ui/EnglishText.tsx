/** A text that is always English, marked so that screen readers pronounce it right. */
export function EnglishText({ text }: { text: string }) {
  return <span lang="en">{text}</span>;
}
