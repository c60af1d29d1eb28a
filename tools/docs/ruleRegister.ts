/** `docs/generated/rules.md`: every rule that code, tests and docs cite, as the core has it. */
import {
  checkDefinitions,
  RULE_SECTIONS,
  SOURCE_ALIASES,
  type Rule,
  type RuleId,
} from '@keyway/core';
import { tableRow } from './tableRow.ts';

const checksOf = (id: string): string =>
  [
    ...new Set(
      checkDefinitions().flatMap((check) => (check.rules.includes(id as RuleId) ? [check.id] : [])),
    ),
  ]
    .map((check) => `[\`${check}\`](checks.md#${check})`)
    .join(', ');

const row = ([id, { title, proof, sources }]: [string, Rule]): string =>
  tableRow([
    `<a id="${id}"></a>${id}`,
    title,
    proof.join(', '),
    sources.map((source) => `\`${source}\``).join(', ') || '–',
    checksOf(id) || '–',
  ]);

const section = ([title, rules]: [string, Readonly<Record<string, Rule>>]): string[] => [
  `## ${title}`,
  '',
  tableRow(['rule', 'what it says', 'proof', 'sources', 'checks']),
  tableRow(['---', '---', '---', '---', '---']),
  ...Object.entries(rules).map(row),
  '',
];

/** The page as Markdown, not yet formatted. */
export const ruleRegister = (): string =>
  [
    '# Rules',
    '',
    '<!-- Written by `npm run generate` from libs/core/src/rules; a test compares. -->',
    '',
    'The facts about Adobe and the clouds that Keyway rests on. Code, tests and docs cite them by ID; lint refuses an ID that is not here.',
    '',
    '| proof | meaning |',
    '| --- | --- |',
    tableRow(['documented', 'in a current document']),
    tableRow(['superseded', 'only in an older version of a document']),
    tableRow(['conflicting', 'documents contradict each other']),
    tableRow(['inferred', 'follows from documents, or is a choice of Keyway built on them']),
    tableRow(['general', 'known of the platform, in none of the documents read']),
    tableRow(['undocumented', 'no document says it']),
    '',
    'The documents were read in November 2026. Nothing was checked against a live Adobe or Azure tenant.',
    '',
    ...Object.entries(RULE_SECTIONS).flatMap(section),
    '## Sources',
    '',
    tableRow(['alias', 'where']),
    tableRow(['---', '---']),
    ...Object.entries(SOURCE_ALIASES).map(([alias, place]) => tableRow([`\`${alias}\``, place])),
    '',
  ].join('\n');
