import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';

const files = import.meta.glob<Record<string, string>>('../messages/*.json', {
  eager: true,
  import: 'default',
});
const areas = Object.keys(files).flatMap((path) => /([a-zA-Z]+)\.en\.json$/.exec(path)?.[1] ?? []);

function read(area: string, locale: string): Record<string, string> {
  return files[`../messages/${area}.${locale}.json`] ?? {};
}

/** The names a message takes from the code: `{count, plural, …}` takes `count`. */
function argumentsOf(message: string): string[] {
  return [
    ...new Set(
      [...message.matchAll(/\{\s*([a-zA-Z][a-zA-Z0-9]*)\s*[,}]/g)].map(([, name = '']) => name),
    ),
  ].sort();
}

/** Names, codes, and texts that are Spanish too. */
const SAME = new Set([
  ...['Adobe', 'AEP', 'ARN', 'AWS', 'Azure', 'CJA', 'Keyway', 'Keyway {version}'],
  ...['Experience Platform', 'Customer Journey Analytics'],
  ...['Healthcare Shield', 'Privacy & Security Shield', 'Shield'],
  ...['AWS CLI', 'az CLI', 'Bicep', 'CloudFormation', 'curl', 'PowerShell', 'Terraform'],
  ...['Auditor', 'Claim', 'Hash', 'Host', 'ID', 'No', 'Partner', 'Portal', 'token'],
  ...['Chat', 'Slack', 'Microsoft Teams'],
  ...['Webhooks', '{count, number} ms'],
  ...['Australia (AUS5)', 'India (IND2)', 'English', 'Español'],
]);

describe.each(areas)('messages of %s', (area) => {
  const en = read(area, 'en');
  const es = read(area, 'es');

  it('has the same texts in both languages, none empty', () => {
    expect(Object.keys(es).sort()).toEqual(Object.keys(en).sort());
    expect(
      [...Object.values(en), ...Object.values(es)].filter((text) => text.trim() === ''),
    ).toEqual([]);
  });

  it('has no text that is in English in both languages', () => {
    const hasText = (message: string) => /\p{L}/u.test(message.replace(/\{\w+\}/g, ''));
    expect(
      Object.entries(en).filter(
        ([id, text]) => es[id] === text && hasText(text) && !SAME.has(text),
      ),
    ).toEqual([]);
  });

  it('takes the same arguments in both languages', () => {
    for (const [id, text] of Object.entries(en))
      expect(argumentsOf(es[id] ?? ''), id).toEqual(argumentsOf(text));
  });

  it.each(['en', 'es'] as const)('can be formatted in %s', (locale) => {
    const failures: string[] = [];
    const messages = locale === 'en' ? en : es;
    const intl = createIntl({ locale, messages, onError: (error) => failures.push(error.message) });
    for (const [id, text] of Object.entries(messages)) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 2]));
      intl.formatMessage({ id: id as 'loading' }, values);
    }
    expect(failures).toEqual([]);
  });
});

const sources = import.meta.glob<string>(
  ['../**/*.{ts,tsx}', '!../**/*.test.ts', '!../generated/**'],
  {
    eager: true,
    import: 'default',
    query: '?raw',
  },
);

const escaped = (text: string) => text.replaceAll('.', '\\.');

/**
 * Every ID that the code writes out, and a pattern for each that it puts together, such as
 * `status.${status}`.
 */
function askedFor(): (id: string) => boolean {
  const code = Object.values(sources).join('\n');
  const whole = new Set([...code.matchAll(/'([\w.:-]+)'/g)].map(([, id = '']) => id));
  const built = [...code.matchAll(/`([\w.-]+)\.\$\{[^`]*?\}([\w.]*)`/g)].map(
    ([, start = '', end = '']) => new RegExp(`^${escaped(start)}\\.[\\w:.-]+${escaped(end)}$`),
  );
  return (id) => whole.has(id) || built.some((pattern) => pattern.test(id));
}

describe('message IDs', () => {
  it('are asked for somewhere', () => {
    const isAskedFor = askedFor();
    expect(
      areas.flatMap((area) => Object.keys(read(area, 'en'))).filter((id) => !isAskedFor(id)),
    ).toEqual([]);
  });

  it('are found', () => {
    expect(areas.length).toBeGreaterThan(5);
  });

  it('belong to one area each', () => {
    const all = areas.flatMap((area) => Object.keys(read(area, 'en')));
    expect(all.filter((id, index) => all.indexOf(id) !== index)).toEqual([]);
  });
});
