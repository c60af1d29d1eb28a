/**
 * All Spanish texts as one chunk, but those of `administrationTexts.ts` and of hand-offs,
 * which have `WithTexts.tsx`.
 */
const files = import.meta.glob<Record<string, string>>(
  [
    '../messages/*.es.json',
    '!../messages/{administration,checks,history,rules}.*.json',
    '!../messages/handOff*.json',
  ],
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
