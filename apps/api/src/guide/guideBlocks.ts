/** The examples of the guide (docs/api): blocks of code, by page and in their order. */
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { basename } from 'node:path';

export const GUIDE = fileURLToPath(new URL('../../../../docs/api', import.meta.url));

export interface Example {
  /** Such as `sh` or `graphql refused`. */
  kind: string;
  code: string;
  /** The variables of a GraphQL operation, as the guide has them. */
  variables: string | null;
}

export interface GuidePage {
  /** Its name without the folder. */
  file: string;
  title: string;
  examples: Example[];
}

const FENCE = /^```([a-z][a-z ]*)\n([^]*?)^```$/gm;
const VARIABLES = 'json variables';

function examplesOf(text: string): Example[] {
  const examples: Example[] = [];
  for (const [, kind = '', code = ''] of text.matchAll(FENCE)) {
    const last = examples.at(-1);
    if (kind === VARIABLES && last) last.variables = code;
    else examples.push({ kind, code, variables: null });
  }
  return examples;
}

/** In the order in which a reader meets them. */
const ORDER = ['index.md', 'authentication.md', 'errors.md', 'lists.md', 'repeating.md'];
const rank = (file: string): number => (ORDER.includes(file) ? ORDER.indexOf(file) : ORDER.length);

export function readGuide(): GuidePage[] {
  return globSync('*.md', { cwd: GUIDE })
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
    .map((path) => {
      const text = readFileSync(`${GUIDE}/${path}`, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? path;
      return { file: basename(path), title, examples: examplesOf(text) };
    });
}
