/**
 * The lines that need attention before an import: rejected lines, then changes. They come from the
 * server's dry run; the console never parses the list.
 */
import type { ImportOrganizationsMutation } from '../../generated/graphql.ts';

export type ImportOutcome = ImportOrganizationsMutation['importOrganizations'];
type Update = ImportOutcome['updates'][number];
type Rejection = ImportOutcome['rejected'][number];

export interface PreviewLine {
  /** Number in the file, from 1. */
  line: number;
  /** The line as written; for a record with line breaks, its first line. */
  text: string;
  /** Why the line is rejected; empty if it is imported. */
  problems: readonly Rejection[];
  /** The organization that the line changes. */
  update: Update | null;
}

export function listPreviewLines(content: string, outcome: ImportOutcome): PreviewLine[] {
  const texts = content.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const textOf = (line: number) => texts[line - 1] ?? '';
  const rejected = Map.groupBy(outcome.rejected, ({ line }) => line);
  return [
    ...[...rejected].map(([line, problems]) => ({
      line,
      text: textOf(line),
      problems,
      update: null,
    })),
    ...outcome.updates.map((update) => ({
      line: update.line,
      text: textOf(update.line),
      problems: [],
      update,
    })),
  ];
}
