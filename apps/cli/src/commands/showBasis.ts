/** Shows what a person decides by, before they are asked. On stderr: it is no data. */
import type { Client, TrackId } from '@keyway/client';
import type { Cli } from '../cli/cli.ts';
import { notFoundError } from '../cli/cliError.ts';
import { unwrap } from '../cli/unwrap.ts';
import { severalLines } from '../output/safeText.ts';
import {
  decidedRunDocument,
  type DecidedRun,
  type DecidedTrack,
  type NamedCheck,
} from './approvalDocuments.ts';

/** The run and the track that something is decided about. */
export async function readBasis(
  client: Client,
  id: string,
  trackId: TrackId,
  configurationName?: string,
): Promise<{ run: DecidedRun; track: DecidedTrack }> {
  const { run } = unwrap(
    await client.request(decidedRunDocument, { id, configurationName: configurationName ?? null }),
  );
  const track = run?.tracks.find((candidate) => candidate.id === trackId);
  if (!run || !track) throw notFoundError(`There is no track ${trackId} in this run.`);
  return { run, track };
}

/** What would be sent, on what evidence, with which accepted warnings, and what it can't undo. */
export function showBasis(cli: Cli, run: DecidedRun, track: DecidedTrack): void {
  const { out } = cli;
  const { approval, preview } = track;
  const lines: [string, string | null | undefined][] = [
    ['organization', `${run.organization.name} (${run.organization.imsOrgId})`],
    ['track', track.id],
    ['key', approval?.keyIdentifier],
    ['Entra tenant', approval?.tenantId],
    ['configuration', approval ? (approval.configurationName ?? 'any name') : null],
    ['requested by', approval && `${approval.requestedBy} at ${approval.requestedAt}`],
    [
      'approved by',
      approval?.status === 'APPROVED' ? `${approval.decidedBy} at ${approval.decidedAt}` : null,
    ],
    ['evidence', approval && `SHA-256 ${approval.evidenceHash}`],
    ['sent to', preview && `${preview.method} https://${preview.host}${preview.path}`],
  ];
  const width = Math.max(...lines.map(([name]) => name.length));
  for (const [name, value] of lines) if (value) out.note(`${name.padEnd(width)}  ${value}`);
  if (preview) out.note(`\nExactly this is sent:\n${indented(preview.body)}`);
  else if (track.ticketText) out.note(`\nThe case says:\n${indented(track.ticketText)}`);
  const warnings = track.steps.flatMap(({ id, checks }) =>
    checks.filter(({ verdict }) => verdict === 'WARN').map((check) => ({ step: id, ...check })),
  );
  for (const { step, title, observed, override } of warnings)
    out.note(
      `\nWarning in ${step}: ${title}. Observed: ${observed ?? 'unknown'}.` +
        (override ? ` Accepted by ${override.by}: ${override.reason}` : ' Not accepted.'),
    );
  const nameCheck = approval?.configurationNameCheck;
  if (nameCheck?.verdict === 'WARN')
    out.note(`\nWarning of the configuration's name: ${describeCheck(nameCheck)}`);
  for (const { id, lastBlocked, attestation } of track.steps)
    for (const { id: check, title, observed } of lastBlocked?.checks ?? [])
      out.note(
        `\nNot met in ${id} when it was last read, at ${lastBlocked!.at}: ${title} (${check}). ` +
          `Observed: ${observed ?? 'unknown'}. Keyway could not read it again since.` +
          (attestation ? ` Attested by ${attestation.by}: ${attestation.statement}` : ''),
      );
  const before = approval?.refusedBefore;
  if (before)
    out.note(
      `\nRefused before by ${before.by} at ${before.at}: ${before.reason}` +
        (before.factsChanged ? '' : ' The facts are the same as then.'),
    );
  if (track.irreversible.length > 0)
    out.note(
      `\nThis can't be undone:\n${track.irreversible.map(({ rule, text }) => `  - ${text} (${rule})`).join('\n')}`,
    );
  out.note('');
}

const indented = (text: string): string =>
  severalLines(text)
    .split('\n')
    .map((line) => `  ${line}`)
    .join('\n');

/** What a check found, in one line. */
export const describeCheck = ({
  title,
  observed,
  cause,
}: Pick<NamedCheck, 'title' | 'observed' | 'cause'>): string =>
  `${title}. Observed: ${observed ?? 'unknown'}.${cause ? ` ${cause}` : ''}`;
