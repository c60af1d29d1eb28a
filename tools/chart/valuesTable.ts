/** The table of the chart's values, in its README and in the documentation. */
import { tableRow } from '../docs/tableRow.ts';
import { chartValues } from './chartValues.ts';

const FENCE = ['<!-- values: written by `npm run generate` -->', '<!-- /values -->'] as const;

function shown(value: unknown): string {
  return value === '' ? '' : `\`${JSON.stringify(value)}\``;
}

/** `page` with the table between its two comments replaced. */
export function withValuesTable(page: string): string {
  const [before, after] = [page.split(FENCE[0])[0], page.split(FENCE[1])[1]];
  if (before === undefined || after === undefined)
    throw new Error(`The page lacks ${FENCE.join(' or ')}.`);
  const rows = chartValues().map(({ path, description, default: value }) =>
    tableRow([`\`${path}\``, description, shown(value)]),
  );
  const head = ['| value | meaning | default |', '| --- | --- | --- |'];
  return `${before}${FENCE[0]}\n\n${[...head, ...rows].join('\n')}\n\n${FENCE[1]}${after}`;
}
