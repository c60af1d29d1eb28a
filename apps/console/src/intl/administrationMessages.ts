/** The texts that `administrationTexts.ts` loads, in both languages, as one chunk. */
const files = import.meta.glob<Record<string, string>>(
  '../messages/{administration,checks,evidence,history,notifications,organizationForm,organizationList,rules,settings,webhooks}.*.json',
  { eager: true, import: 'default' },
);

const inLanguage = (suffix: string): Record<string, string> =>
  Object.assign(
    {},
    ...Object.entries(files).flatMap(([path, texts]) => (path.endsWith(suffix) ? [texts] : [])),
  ) as Record<string, string>;

export const en = inLanguage('.en.json');
export const es = inLanguage('.es.json');
