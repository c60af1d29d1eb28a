/** All English texts but those of `administrationTexts.ts`, as one chunk. */
const files = import.meta.glob<Record<string, string>>(
  ['../messages/*.en.json', '!../messages/administration.*.json'],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
