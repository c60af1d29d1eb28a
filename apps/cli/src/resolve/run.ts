/** Finds the run that somebody named: by its ID, or as the current one of an organization. */
import type { Client } from '@keyway/client';
import { notFoundError } from '../cli/cliError.ts';
import { unwrap } from '../cli/unwrap.ts';
import { graphql } from '../generated/gql.ts';
import { findOrganization, globalIdType } from './organization.ts';

const runDocument = graphql(`
  query FindRun($id: ID!) {
    run(id: $id) {
      id
      organization {
        id
        name
        imsOrgId
      }
    }
  }
`);

export interface FoundRun {
  id: string;
  organization: { id: string; name: string; imsOrgId: string };
}

/** @throws CliError where there is none */
export async function findRun(client: Client, named: string): Promise<FoundRun> {
  if (globalIdType(named) === 'Run') {
    const { run } = unwrap(await client.request(runDocument, { id: named }));
    if (run) return run;
    throw notFoundError(`There is no run ${named}.`);
  }
  const { currentRun, ...organization } = await findOrganization(client, named);
  if (currentRun) return { id: currentRun.id, organization };
  throw notFoundError(
    `${organization.name} has no run.`,
    `Start one with \`keyway runs start ${organization.imsOrgId}\`.`,
  );
}
