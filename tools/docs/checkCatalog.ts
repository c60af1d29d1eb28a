/**
 * `docs/generated/checks.md`: every check with its outcomes, as the core defines them.
 */
import { CHECK_IDS, CHECKS, type CheckId } from '@keyway/core';
import { checkTitle } from '@keyway/messages';
import { tableRow } from './tableRow.ts';

function outcomesOf(id: CheckId): string {
  const { outcomes, evaluate } = CHECKS[id];
  // What reads a cloud may also fail to see; what people typed in is always there.
  const all = evaluate ? { ...outcomes, unreadable: 'UNKNOWN' } : outcomes;
  return Object.entries(all)
    .map(([outcome, verdict]) => `\`${outcome}\` ${verdict}`)
    .join(', ');
}

function row(id: CheckId): string {
  const { step, tracks, overridableOn, rules } = CHECKS[id];
  return tableRow([
    `<a id="${id}"></a>\`${id}\``,
    checkTitle(id, 'en'),
    step,
    tracks.join(', '),
    overridableOn.join(', ') || 'no',
    rules.map((rule) => `[${rule}](rules.md#${rule})`).join(', '),
    outcomesOf(id),
  ]);
}

/** The page as Markdown, not yet formatted. */
export function checkCatalog(): string {
  return [
    '# Checks',
    '',
    '<!-- Written by `npm run generate` from libs/core/src/checks; a test compares. -->',
    '',
    'A `BLOCK` keeps its step from being done, a `WARN` has to be accepted with a reason before approval, an `UNKNOWN` is neither passed nor',
    'failed. A `BLOCK` may be overridden only on the tracks named under "overridable".',
    '',
    '| check | the fact wanted | step | tracks | overridable | rules | outcomes |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...CHECK_IDS.map(row),
    '',
  ].join('\n');
}
