/** Imports with keys as tests of the API send them, and what they leave behind. */
import { anOrganization, aRun, type Client, type Payload } from './aServer.ts';
import type { Served } from './servedTests.ts';

const NOTE = 'line field organizationName imsOrgId track keyIdentifier message';
const FIELDS = `created unchanged updated rejected { line field message }
  keys { toProvide unchanged runsToStart job { id action status total }
    refused { ${NOTE} code es: message(locale: "es") } warnings { ${NOTE} } }`;
export const KEY_HEADER = 'name,imsOrgId,shield,aepKeyIdentifier,cjaKeyIdentifier';

export const keyLine = (imsOrgId: string, aep = '', cja = '', name = 'Imported'): string =>
  `${name},${imsOrgId},HEALTHCARE_SHIELD,${aep},${cja}`;
export const keyFile = (...lines: string[]): string => [KEY_HEADER, ...lines].join('\n');

let serial = 0;
/** A vault that no other organization has. */
export const aVault = (): string => `import-${(serial += 1)}`;

interface Shown {
  id: string;
  currentRun: { id: string; status: string; version: number } | null;
}

export interface KeyImportTests {
  importing: (content: string, more?: object, by?: Client) => Promise<Payload>;
  organizationOf: (imsOrgId: string, by?: Client) => Promise<Shown | null>;
  /** Of its run, of both tracks. */
  keysOf: (imsOrgId: string) => Promise<(string | undefined)[]>;
  /** The rows of a table. */
  count: (table: string) => Promise<number>;
  /** The rows of all tables that an import writes to. */
  counts: () => Promise<number[]>;
  /** An organization with a run, as it was made before the import. */
  existing: (changes?: Record<string, unknown>) => Promise<Payload>;
}

export function keyImportTests(served: Served): KeyImportTests {
  const count: KeyImportTests['count'] = async (table) =>
    (
      await served.server.database.query<{ count: number }>(
        `select count(*)::int as count from ${table}`,
      )
    )[0]!.count;
  const organizationOf: KeyImportTests['organizationOf'] = async (imsOrgId, by = served.owner) =>
    (
      await by.ask(
        `query($i: String) { organization(imsOrgId: $i) { id currentRun { id status version } } }`,
        { i: imsOrgId },
      )
    ).organization;
  return {
    count,
    organizationOf,
    importing: (content, more = {}, by = served.owner) =>
      by.mutate('importOrganizations', { format: 'CSV', content, ...more }, FIELDS),
    keysOf: async (imsOrgId) => {
      const organization = await organizationOf(imsOrgId);
      const uuid = Buffer.from(organization!.id, 'base64url').toString().split(':')[1]!;
      const { store, partnerId } = served.server;
      const runs = await store.forPartner({ partnerId, organizationIds: null }).currentRuns([uuid]);
      const run = runs.get(uuid)?.run;
      return [run?.tracks.AEP.key?.identifier, run?.tracks.CJA.key?.identifier];
    },
    counts: () =>
      Promise.all(['organization', 'run', 'history_entry', 'bulk_job', 'bulk_item'].map(count)),
    existing: async (changes = {}) => {
      const organization = await anOrganization(served.owner, { name: 'Imported', ...changes });
      return { ...organization, runId: await aRun(served.owner, organization.id) };
    },
  };
}
