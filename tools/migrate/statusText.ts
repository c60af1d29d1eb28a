/** What `npm run migrate -- --status` prints. */
import type { MigrationStatus } from '@keyway/store';

const listed = (names: readonly string[]): string => names.map((name) => `  ${name}\n`).join('');

const BEFORE =
  'The versions before do not start on it. To return to one, restore a backup from before the upgrade\n' +
  '(docs/operations/upgrades.md).\n';

/** Which version this is, what the database has, and which versions may run on it now. */
export function statusText({
  version,
  lastKnown,
  applied,
  pending,
  newer,
}: MigrationStatus): string {
  const last = applied.at(-1);
  const by = last && (last.version === null ? '' : ` by version ${last.version}`);
  const database = last
    ? `${applied.length} migrations, the last ${last.name}${by}, ${last.at.toISOString()}`
    : 'empty';
  const head = `This program: version ${version}, migrations up to ${lastKnown}\nThe database: ${database}\n\n`;
  if (newer.length > 0)
    return (
      `${head}The database is newer. This version does not start on it. Where it is the version before, its\n` +
      `processes that run already continue, and should be replaced soon. It does not know:\n${listed(newer.map(({ name }) => name))}${BEFORE}`
    );
  if (pending.length === 0) return `${head}This version starts on it as it is. ${BEFORE}`;
  const after =
    applied.length === 0
      ? ''
      : 'Until then the version before may run and start. Afterwards its running processes continue,\n' +
        'and none of it starts any more: make a backup first (docs/operations/backup.md).\n';
  return `${head}\`npm run migrate\` or the first start of this version applies:\n${listed(pending)}${after}`;
}
