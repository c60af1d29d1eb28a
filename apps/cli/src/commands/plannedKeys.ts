/** Keys that are planned, from a CSV file. */
import type { PlannedKeyInput, TrackId } from '@keyway/client';
import { usageError } from '../cli/cliError.ts';

const COLUMNS = ['imsOrgId', 'track', 'keyIdentifier', 'vaultResourceId'] as const;

/** Fields of one line; a quotation mark within one is doubled. */
function fieldsOf(line: string): string[] {
  const fields = [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, field = '']) =>
    field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field.trim(),
  );
  // The end of the line matches again, as a field that isn't there.
  return line.endsWith(',') ? fields : fields.slice(0, -1);
}

/** @throws CliError with the line that is wrong */
export function plannedKeys(text: string): PlannedKeyInput[] {
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = fieldsOf(head).map((name) => name.toLowerCase());
  const [ims, track, key, resource] = COLUMNS.map((name) => names.indexOf(name.toLowerCase()));
  if (ims === -1 || track === -1 || key === -1)
    throw usageError(`The first line must name the columns ${COLUMNS.slice(0, 3).join(', ')}.`);
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const fields = fieldsOf(line);
    const of = fields[track!]?.toUpperCase();
    if (of !== 'AEP' && of !== 'CJA')
      throw usageError(`Line ${index + 2}: the track must be AEP or CJA.`);
    const [imsOrgId, keyIdentifier] = [fields[ims!], fields[key!]];
    if (!imsOrgId || !keyIdentifier)
      throw usageError(`Line ${index + 2}: imsOrgId and keyIdentifier are needed.`);
    const vaultResourceId = (resource === -1 ? '' : fields[resource!]) || null;
    return [{ imsOrgId, track: of as TrackId, keyIdentifier, vaultResourceId }];
  });
}
