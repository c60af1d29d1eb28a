/**
 * All Spanish texts as one chunk, but those of `administrationTexts.ts`, and those that come with
 * their code in `WithTexts.tsx`.
 */
const files = import.meta.glob<Record<string, string>>(
  '../messages/{names,organizations,people,portfolio,run,shell,status,work}.es.json',
  { eager: true, import: 'default' },
);

export const messages: Record<string, string> = Object.assign({}, ...Object.values(files));
