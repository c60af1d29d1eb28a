import { readFileSync, readdirSync } from 'node:fs';
import { createIntl } from 'react-intl';
import { describe, expect, it } from 'vitest';
import { compileMessages } from './compileMessages.ts';

const folder = new URL('../src/messages/', import.meta.url);
const files = readdirSync(folder).map((name) => ({
  name,
  json: readFileSync(new URL(name, folder), 'utf8'),
}));

/** A value for each argument of a text; `count` decides plurals and selections. */
const argumentsOf = (text: string, count: number | string) =>
  Object.fromEntries(
    [...text.matchAll(/\{\s*(\w+)\s*[,}]/g)].map(([, name = '']) => [name, count]),
  );

describe('compileMessages', () => {
  it('reads every text as the parser in the page would', () => {
    expect(files.length).toBeGreaterThan(10);
    for (const { name, json } of files) {
      const texts = JSON.parse(json) as Record<string, string>;
      const locale = name.includes('.es.') ? 'es' : 'en';
      const read = (messages: object) => createIntl({ locale, messages: messages as typeof texts });
      const [parsed, compiled] = [read(texts), read(compileMessages(json))];
      for (const [id, text] of Object.entries(texts))
        for (const value of [1, 2, 'none', 'x']) {
          const message = { id: id as 'loading' };
          const values = argumentsOf(text, value);
          expect(compiled.formatMessage(message, values), id).toBe(
            parsed.formatMessage(message, values),
          );
        }
    }
  });

  it('leaves only texts without syntax as texts', () => {
    expect(compileMessages('{"a":"Plain","b":"{count}","c":"it\'s"}')).toEqual({
      a: 'Plain',
      b: [{ type: 1, value: 'count' }],
      c: [{ type: 0, value: "it's" }],
    });
  });
});
