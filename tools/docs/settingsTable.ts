/** The table of settings in `docs/operations/configuration.md`, written from `@keyway/config`. */
import { SETTINGS, type Setting } from '@keyway/config';

const FENCE = ['<!-- settings: written by `npm run generate` -->', '<!-- /settings -->'] as const;

const cell = (text: string): string => text.replaceAll('|', '\\|');

function defaultOf({ default: value, defaultText }: Setting<unknown>): string {
  return defaultText ?? (value === null ? 'none' : `\`${String(value)}\``);
}

function row(setting: Setting<unknown>): string {
  const { name, description, type, usedBy, secret, readByNode } = setting;
  const meaning = `${description}.${secret ? ' Secret.' : ''}${readByNode ? ` Not as \`${name}_FILE\`.` : ''}`;
  const cells = [`\`${name}\``, meaning, type.description ?? '', defaultOf(setting)];
  return `| ${[...cells, usedBy.join(', ')].map(cell).join(' | ')} |`;
}

/** `page` with the table between its two comments replaced. */
export function withSettingsTable(page: string): string {
  const [before, after] = [page.split(FENCE[0])[0], page.split(FENCE[1])[1]];
  if (before === undefined || after === undefined)
    throw new Error(`The page lacks ${FENCE.join(' or ')}.`);
  const head =
    '| variable | meaning | value | default | used by |\n| --- | --- | --- | --- | --- |';
  const rows = (Object.values(SETTINGS) as Setting<unknown>[]).map(row);
  return `${before}${FENCE[0]}\n\n${[head, ...rows].join('\n')}\n\n${FENCE[1]}${after}`;
}
