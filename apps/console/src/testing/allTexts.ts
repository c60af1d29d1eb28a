/** All texts, for a test of a component without the console around it. */
const files = import.meta.glob<Record<string, string>>('../messages/*.json', {
  eager: true,
  import: 'default',
});

const inLanguage = (suffix: string): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(files).flatMap(([path, texts]) => (path.endsWith(suffix) ? [texts] : [])),
  ) as Record<string, string>;

export const englishTexts = inLanguage('.en.json');
export const spanishTexts = inLanguage('.es.json');
