/** `keyway orgs import` */
import { Option, type Command } from 'commander';
import type { ImportFormat, ImportOrganizationsInput } from '@keyway/client';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import { readStdin } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { choice } from '../cli/options.ts';
import { countOf, readText } from '../cli/readText.ts';
import { toCliError } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import type { ImportOrganizationsCliMutation } from '../generated/graphql.ts';
import { progress } from '../output/progress.ts';
import { csvChunks, jsonChunks, type Chunk, type Row } from './importChunks.ts';
import { keyFields, keyRows, withKeys, type KeyReport } from './importedKeys.ts';

const importDocument = graphql(`
  mutation ImportOrganizationsCli($input: ImportOrganizationsInput!, $locale: String) {
    importOrganizations(input: $input) {
      created
      unchanged
      updated
      updates {
        line
        organization {
          id
          name
          imsOrgId
        }
        changes {
          field
          from
          to
        }
      }
      rejected {
        line
        field
        message(locale: $locale)
      }
      keys {
        toProvide
        unchanged
        runsToStart
        refused {
          line
          field
          organizationName
          imsOrgId
          track
          keyIdentifier
          code
          message(locale: $locale)
        }
        warnings {
          line
          field
          organizationName
          imsOrgId
          track
          keyIdentifier
          message(locale: $locale)
        }
        job {
          id
        }
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

/** So that a bar moves, and a lost connection repeats little. */
const ROWS_AT_A_TIME = 250;

export function addImportCommand(orgs: Command, makeCli: MakeCli): void {
  addCommand(orgs, makeCli, {
    name: 'import <file>',
    summary: 'Import organizations from CSV or JSON',
    details:
      'Columns, in any order: name, imsOrgId, cloud, region, shield, ownsCja, azureTenantId.\n' +
      'name, imsOrgId and shield are required. A file that was imported in part can be imported\n' +
      'again: lines that are there already are unchanged. Keys may be in aepKeyIdentifier and\n' +
      'cjaKeyIdentifier (an ARN on AWS), with aepVaultResourceId and cjaVaultResourceId: background\n' +
      'jobs provide them to runs that have none. Ends with 1 where a line or a key was refused.',
    args: { file: 'the file, or - for stdin' },
    options: [
      new Option('--dry-run', 'report what would happen, and write nothing'),
      new Option('--update', 'change organizations that exist and differ'),
      new Option('--start-runs', 'for keys: start a run where there is no open one'),
      choice('--format <format>', 'of the file; by its name otherwise', ['CSV', 'JSON']),
    ],
    examples: [
      'keyway orgs import customers.csv --dry-run',
      'keyway orgs import customers.csv',
      'keyway orgs import customers.json --update --json',
      'keyway orgs import customers-with-keys.csv --start-runs',
    ],
    run: importFile,
  });
}

type Payload = ImportOrganizationsCliMutation['importOrganizations'];
type Report = Pick<Payload, 'created' | 'unchanged' | 'updated' | 'updates' | 'rejected'> & {
  /** Where the file has a column for keys. */
  keys?: KeyReport;
};

async function importFile(cli: Cli, given: Given): Promise<void> {
  const file = given.arg(0);
  const format = (given.text('format') ?? (/\.json$/i.test(file) ? 'JSON' : 'CSV')) as ImportFormat;
  const content = await contentOf(cli, file);
  const chunks =
    format === 'CSV' ? csvChunks(content, ROWS_AT_A_TIME) : jsonChunks(content, ROWS_AT_A_TIME);
  if (!chunks) throw usageError(`${file} is no JSON list of organizations.`);
  const dryRun = given.flag('dryRun');
  const report = await importChunks(cli, chunks, {
    format,
    dryRun,
    onExisting: given.flag('update') ? 'UPDATE' : 'SKIP',
    ...(given.flag('startRuns') && { startRuns: true }),
  });
  write(cli, report, dryRun);
  const refused = report.keys?.refused.length ?? 0;
  const failed = [
    report.rejected.length > 0 &&
      `${countOf(report.rejected.length, 'line was', 'lines were')} rejected.`,
    refused > 0 && `${countOf(refused, 'key was', 'keys were')} refused.`,
  ].filter((one) => one !== false);
  if (failed.length > 0) throw new CliError(EXIT.failed, failed.join(' '));
}

async function contentOf(cli: Cli, file: string): Promise<string> {
  if (file === '-') return readStdin(cli);
  return readText(file);
}

type Options = Pick<ImportOrganizationsInput, 'format' | 'onExisting' | 'startRuns'> & {
  dryRun: boolean;
};

async function importChunks(cli: Cli, chunks: readonly Chunk[], options: Options): Promise<Report> {
  const client = await cli.client();
  const report: Report = { created: 0, unchanged: 0, updated: 0, updates: [], rejected: [] };
  const total = chunks.reduce((sum, { rows }) => sum + rows.length, 0);
  const bar = progress(cli.terminal, 'organizations', total);
  /** Where each organization is first, over the whole file: the server sees a part at a time. */
  const firstLines = new Map<string, number>();
  let done = 0;
  try {
    for (const { rows, part } of chunks) {
      const isRepeated = ({ imsOrgId }: Row): boolean => firstLines.has(imsOrgId ?? '');
      report.rejected.push(
        ...rows.filter(isRepeated).map((row) => ({
          ...{ line: row.line, field: 'imsOrgId' },
          message: REPEATED[cli.locale](firstLines.get(row.imsOrgId ?? '') ?? 0),
        })),
      );
      const { content, lineOf } = part((row) => !isRepeated(row));
      done += rows.length;
      if (rows.length > 0 && rows.every(isRepeated)) continue;
      const input = { ...options, content };
      const result = await client.request(importDocument, { input });
      if (!result.ok) {
        bar.stop();
        const before = done - rows.length;
        if (before > 0) cli.out.note(`${before} rows were read before this. ${AGAIN}`);
        throw toCliError(result.error);
      }
      const { created, unchanged, updated, updates, rejected, keys } =
        result.data.importOrganizations;
      report.created += created;
      report.unchanged += unchanged;
      report.updated += updated;
      report.updates.push(...updates.map((own) => ({ ...own, line: lineOf(own.line) })));
      const refused = rejected.map((own) => ({ ...own, line: lineOf(own.line) }));
      report.rejected.push(...refused);
      if (keys) report.keys = withKeys(report.keys, keys, lineOf);
      const bad = new Set(refused.map(({ line }) => line));
      for (const { line, imsOrgId } of rows)
        if (imsOrgId !== null && !bad.has(line) && !firstLines.has(imsOrgId))
          firstLines.set(imsOrgId, line);
      bar.update(done);
    }
  } finally {
    bar.stop();
  }
  report.rejected.sort((a, b) => a.line - b.line);
  return report;
}

/** As the server says it of two lines that it gets at a time. */
const REPEATED = {
  en: (line: number) => `Line ${line} already names this organization. Remove one of the two.`,
  es: (line: number) => `La línea ${line} ya contiene esta organización. Quite una de las dos.`,
} as const;

const AGAIN = 'Repeat the import: lines that are there already stay as they are.';

function write({ out }: Cli, report: Report, dryRun: boolean): void {
  if (out.json) {
    out.document({ dryRun, ...report });
    return;
  }
  out.fields([
    [dryRun ? 'would be created' : 'created', report.created],
    ['unchanged', report.unchanged],
    [dryRun ? 'would be updated' : 'updated', report.updated],
    ['rejected', report.rejected.length],
    ...(report.keys ? keyFields(report.keys, dryRun) : []),
  ]);
  const rows = [
    // The server names the field of its input.
    ...report.rejected.map(({ line, field, message }) => ({
      ...{ line, field },
      message: message.replace('onExisting UPDATE', '--update'),
    })),
    ...(report.keys ? keyRows(report.keys) : []),
    ...report.updates.map(({ line, organization, changes }) => ({
      line,
      field: changes.map(({ field }) => field).join(', '),
      message: `${organization.name}: ${changes.map(({ from, to }) => `${from ?? ''} → ${to ?? ''}`).join(', ')}`,
    })),
  ].sort((a, b) => a.line - b.line);
  if (rows.length === 0) return;
  out.list(
    rows,
    [
      { title: 'line', value: (row) => row.line, min: 5 },
      { title: 'field', value: (row) => row.field },
      { title: 'what', value: (row) => row.message, min: 20 },
    ],
    '',
  );
}
