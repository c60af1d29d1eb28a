/** `keyway evidence get` */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { Client } from '@keyway/client';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, usageError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { unwrap } from '../cli/unwrap.ts';
import { trustedKeys } from '../evidence/knownKeys.ts';
import { graphql } from '../generated/gql.ts';
import { progress } from '../output/progress.ts';
import { selectionOf } from './selectOrganizations.ts';

const selectedDocument = graphql(`
  query SelectedOrganizations($first: Int!, $after: String, $filter: OrganizationFilter) {
    organizations(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        name
        imsOrgId
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

interface Organization {
  id: string;
  name: string;
  imsOrgId: string;
}

export async function getEvidence(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  // Kept now, while the server is one that is signed in to: what is verified later needs them.
  if (await cli.profile()) await trustedKeys(cli);
  const organizations = await selected(cli, client, given);
  const [output, folder] = [given.text('output'), given.text('dir')];
  if ((output === undefined) === (folder === undefined))
    throw usageError('Give -o for one organization, or -d with a folder.');
  const [only] = organizations;
  if (output !== undefined) {
    if (!only || organizations.length > 1)
      throw usageError(
        `${organizations.length} organizations are selected. Give -d in place of -o.`,
      );
    await getOne(cli, client, only, given, output);
    return;
  }
  await mkdir(folder!, { recursive: true });
  await getMany(cli, client, organizations, given, folder!);
}

async function selected(cli: Cli, client: Client, given: Given): Promise<Organization[]> {
  const { organizationIds, filter } = await selectionOf(cli, client, given);
  const ids = organizationIds ? { ids: organizationIds } : {};
  return collect<Organization>(
    client.pages(selectedDocument, { filter: { ...filter, ...ids } }, (data) => data.organizations),
  );
}

async function getMany(
  cli: Cli,
  client: Client,
  organizations: readonly Organization[],
  given: Given,
  folder: string,
): Promise<void> {
  const bar = progress(cli.terminal, 'packs', organizations.length);
  const rows: (Organization & { file: string; bytes: number | null; error: string | null })[] = [];
  try {
    for (const organization of organizations) {
      const file = join(folder, `${organization.imsOrgId}.zip`);
      try {
        const bytes = await download(cli, client, organization, given, file, false);
        rows.push({ ...organization, file, bytes, error: null });
      } catch (error) {
        if (cli.signal.aborted) {
          bar.stop();
          cli.out.note(`${rows.length} of ${organizations.length} packs are in ${folder}.`);
        }
        if (cli.signal.aborted || !(error instanceof CliError)) throw error;
        if (error.exitCode === EXIT.notSignedIn) throw error;
        rows.push({ ...organization, file, bytes: null, error: error.message });
      }
      bar.update(rows.length);
    }
  } finally {
    bar.stop();
  }
  cli.out.list(
    rows,
    [
      { title: 'organization', value: (row) => row.name, min: 12 },
      { title: 'file', value: (row) => row.file, min: 20 },
      { title: 'bytes', value: (row) => row.bytes },
      { title: 'error', value: (row) => row.error, style: () => 'red' },
    ],
    'No organization.',
  );
  const failed = rows.filter(({ error }) => error !== null).length;
  if (failed > 0) throw new CliError(EXIT.failed, `${failed} packs could not be downloaded.`);
}

async function getOne(
  cli: Cli,
  client: Client,
  organization: Organization,
  given: Given,
  output: string,
): Promise<void> {
  if (output === '-') {
    if (cli.terminal.width !== null)
      throw usageError('A pack is not for a terminal.', 'Give -o with a file.');
    const body = await open(cli, client, organization, given);
    for await (const part of body) await cli.out.bytes(part as Uint8Array);
    return;
  }
  const bytes = await download(cli, client, organization, given, output);
  const { id, name, imsOrgId } = organization;
  cli.out.record({ id, name, imsOrgId, file: output, bytes }, [
    ['evidence of', name],
    ['file', output],
    ['bytes', bytes],
  ]);
}

async function open(
  cli: Cli,
  client: Client,
  { id }: Organization,
  given: Given,
): Promise<Readable> {
  const query = new URLSearchParams({ locale: cli.locale });
  for (const name of ['since', 'until'] as const) {
    const value = given.text(name);
    if (value !== undefined) query.set(name, value);
  }
  const path = `/evidence/${encodeURIComponent(id)}.zip?${query}`;
  const response = unwrap(await client.download(path));
  // Cast: of Node's own fetch, whose streams are those of node:stream/web.
  return Readable.fromWeb(response.body as ReadableStream);
}

/** Answers how many bytes it has. Nobody finds a part of a pack at its place. */
async function download(
  cli: Cli,
  client: Client,
  organization: Organization,
  given: Given,
  file: string,
  showsBytes = true,
): Promise<number> {
  const part = `${file}.part`;
  const body = await open(cli, client, organization, given);
  const bar = progress(cli.terminal, 'bytes', null);
  let bytes = 0;
  body.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (showsBytes) bar.update(bytes);
  });
  body.pause();
  try {
    await pipeline(body, createWriteStream(part));
    await rename(part, file);
    return bytes;
  } catch (error) {
    await rm(part, { force: true });
    const { code } = error as NodeJS.ErrnoException;
    throw new CliError(
      EXIT.failed,
      code && /^E[A-Z]+$/.test(code) && code !== 'ECONNRESET'
        ? `${file} can't be written (${code}).`
        : `The pack of ${organization.name} broke off; nothing was kept.`,
    );
  } finally {
    bar.stop();
  }
}
