/**
 * The lines of a list that need attention before an import, as the server answered a dry run:
 * first those it rejects, then those that change an organization. The list itself is never parsed
 * here; a line is shown as it stands in the file.
 */
import type { ImportOrganizationsMutation } from '../../generated/graphql.ts';

export type ImportOutcome = ImportOrganizationsMutation['importOrganizations'];
type Update = ImportOutcome['updates'][number];
type Rejection = ImportOutcome['rejected'][number];

export interface PreviewLine {
  /** In the file, counted from 1. */
  line: number;
  /** The line as written; of a record with line breaks, its first line. */
  text: string;
  /** Why it is rejected; empty if it is imported. */
  problems: readonly Rejection[];
  /** The organization that it changes. */
  update: Update | null;
}

export function previewLines(content: string, outcome: ImportOutcome): PreviewLine[] {
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
