/**
 * Parses every text when the console is built, so that the page loads no parser of ICU messages.
 * Texts without arguments stay texts.
 */
import { parse } from '@formatjs/icu-messageformat-parser';
import type { Plugin } from 'vite';

const MESSAGES = /\/messages\/\w+\.(en|es)\.json$/;
const PARSER = '@formatjs/icu-messageformat-parser';
/** What ICU could read as more than text. */
const SYNTAX = /[{}<>']/;

/** The texts by ID, with the syntax tree in place of each text that has arguments. */
export function compileMessages(json: string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(JSON.parse(json) as Record<string, string>).map(([id, text]) => [
      id,
      SYNTAX.test(text) ? parse(text) : text,
    ]),
  );
}

/** In place of the parser: the rest of its package, and a reader of texts without arguments. */
export const PARSER_REPLACEMENT = `
export * from '${PARSER}/no-parser.js';
export const parse = (value) => [{ type: 0, value }];
`;
const REPLACEMENT_ID = '\0keyway:no-message-parser';

export function compiledMessages(): Plugin {
  return {
    name: 'keyway:compiled-messages',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === PARSER ? REPLACEMENT_ID : undefined),
    load: (id) => (id === REPLACEMENT_ID ? PARSER_REPLACEMENT : undefined),
    transform: (code, id) =>
      MESSAGES.test(id)
        ? {
            code: `export default ${JSON.stringify(compileMessages(code))};`,
            moduleType: 'js',
            map: null,
          }
        : null,
  };
}
