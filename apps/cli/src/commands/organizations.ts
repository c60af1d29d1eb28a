/** `keyway orgs` */
import { Option, type Command } from 'commander';
import type { Cloud, Region, Shield } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { collect } from '../cli/collect.ts';
import { filterOf, filterOptions, ORGANIZATION_FILTERS } from '../cli/filters.ts';
import type { Given } from '../cli/given.ts';
import { choice, replica, wholeNumber } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { CLOUDS, REGIONS, SHIELDS } from '../cli/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { ListOrganizationsQuery } from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { findOrganization } from '../resolve/organization.ts';
import { connectionRows } from './connectionRows.ts';

const listDocument = graphql(`
  query ListOrganizations($first: Int!, $after: String, $filter: OrganizationFilter) {
    organizations(first: $first, after: $after, filter: $filter) {
      nodes {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        archivedAt
        currentRun {
          id
          status
          waitingOn
          progress {
            done
            total
          }
        }
        keyHealth {
          health
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const showDocument = graphql(`
  query ShowOrganization($id: ID!, $locale: String) {
    organization(id: $id) {
      id
      name
      imsOrgId
      cloud
      region
      shield
      ownsCja
      azureTenantId
      createdAt
      archivedAt
      adobeConnection {
        ...ShownConnection
      }
      azureConnection {
        ...ShownConnection
      }
      keyHealth {
        health
        since
        sentence(locale: $locale)
      }
      currentRun {
        id
        status
        waitingOn
        progress {
          done
          total
        }
        sentence(locale: $locale)
      }
    }
  }

  fragment ShownConnection on CloudConnection {
    state
    checkedAt
    cause(locale: $locale)
    remedy(locale: $locale)
    expiry {
      expiresAt
      state
      daysLeft
    }
    replacement {
      state
      cause(locale: $locale)
      remedy(locale: $locale)
      expiry {
        expiresAt
        state
        daysLeft
      }
    }
  }
`);

const createDocument = graphql(`
  mutation AddOrganization($input: CreateOrganizationInput!, $locale: String) {
    createOrganization(input: $input) {
      organization {
        id
        name
        imsOrgId
        cloud
        region
        shield
        ownsCja
        azureTenantId
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export function addOrganizationCommands(program: Command, makeCli: MakeCli): Command {
  const orgs = addGroup(program, 'orgs', 'Organizations of the partner');
  addCommand(orgs, makeCli, {
    name: 'list',
    summary: 'List organizations, by name',
    options: [
      ...filterOptions(ORGANIZATION_FILTERS),
      wholeNumber('--limit <number>', 'at most so many; all by default'),
      replica(),
    ],
    examples: [
      'keyway orgs list',
      'keyway orgs list --status BLOCKED,FAILED',
      'keyway orgs list --filter region=NLD2 --filter text=contoso --json',
    ],
    run: list,
  });
  addCommand(orgs, makeCli, {
    name: 'show <organization>',
    summary: 'Show an organization, its connections and its current run',
    args: { organization: 'name, IMS organization ID or ID' },
    examples: [
      'keyway orgs show Contoso',
      'keyway orgs show 0123456789ABCDEF01234567@AdobeOrg --json',
    ],
    run: show,
  });
  addCommand(orgs, makeCli, {
    name: 'add <name>',
    summary: 'Add an organization',
    args: { name: 'its name' },
    options: [
      new Option('--ims-org-id <id>', 'its IMS organization ID').makeOptionMandatory(),
      choice('--shield <shield>', 'what was bought', SHIELDS).makeOptionMandatory(),
      choice('--cloud <cloud>', 'where Adobe hosts it; AZURE by default', CLOUDS),
      choice('--region <region>', "Adobe's region; VA7 by default", REGIONS),
      new Option('--owns-cja', 'it has Customer Journey Analytics too'),
      new Option('--azure-tenant-id <id>', "the Entra tenant of the customer's vaults"),
    ],
    examples: [
      'keyway orgs add Contoso --ims-org-id 0123456789ABCDEF01234567@AdobeOrg --shield HEALTHCARE_SHIELD --region NLD2',
    ],
    run: add,
  });
  return orgs;
}

type Listed = ListOrganizationsQuery['organizations']['nodes'][number];

async function list(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const filter = filterOf(given, ORGANIZATION_FILTERS);
  const rows = await collect<Listed>(
    client.pages(listDocument, { filter }, (data) => data.organizations, {
      acceptsReplica: given.flag('replica'),
    }),
    given.count('limit'),
  );
  cli.out.list(
    rows,
    [
      { title: 'name', value: (row) => row.name, min: 12 },
      { title: 'ims org id', value: (row) => row.imsOrgId },
      { title: 'region', value: (row) => row.region, min: 6 },
      {
        title: 'run',
        value: (row) => row.currentRun?.status ?? 'NONE',
        style: (row) => statusStyle(row.currentRun?.status),
        min: 11,
      },
      {
        title: 'done',
        value: ({ currentRun }) =>
          currentRun && `${currentRun.progress.done}/${currentRun.progress.total}`,
        min: 5,
      },
      { title: 'waits for', value: (row) => row.currentRun?.waitingOn.join(', ') },
      {
        title: 'key',
        value: (row) => row.keyHealth.health,
        style: (row) => statusStyle(row.keyHealth.health),
      },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    filter ? 'No organization matches.' : 'No organizations. Add one with `keyway orgs add`.',
  );
}

async function show(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id } = await findOrganization(client, given.arg(0));
  const { organization } = unwrap(await client.request(showDocument, { id }));
  if (!organization) return;
  const { currentRun: run, keyHealth, adobeConnection, azureConnection } = organization;
  cli.out.record(organization, [
    ['name', organization.name],
    ['IMS organization ID', organization.imsOrgId],
    ['cloud', `${organization.cloud}, ${organization.region}`],
    ['shield', organization.shield],
    ['Customer Journey Analytics', organization.ownsCja ? 'yes' : 'no'],
    ['Entra tenant', organization.azureTenantId],
    ['archived', organization.archivedAt],
    ...connectionRows('Adobe', adobeConnection),
    ...connectionRows('Azure', azureConnection),
    ['key', `${keyHealth.health} since ${keyHealth.since}. ${keyHealth.sentence}`],
    [
      'run',
      run ? `${run.status}, ${run.progress.done} of ${run.progress.total} steps done` : 'none',
    ],
    ['waits for', run?.waitingOn.join(', ')],
    ['', run?.sentence],
    ['ID', organization.id],
    ['run ID', run?.id],
  ]);
}

async function add(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const input = {
    name: given.arg(0),
    imsOrgId: given.required('imsOrgId', '--ims-org-id'),
    shield: given.required('shield', '--shield') as Shield,
    ownsCja: given.flag('ownsCja'),
    azureTenantId: given.text('azureTenantId') ?? null,
    ...(given.text('cloud') && { cloud: given.text('cloud') as Cloud }),
    ...(given.text('region') && { region: given.text('region') as Region }),
  };
  const { createOrganization } = unwrap(await client.request(createDocument, { input }));
  const { organization } = createOrganization;
  cli.out.record(organization, [
    ['added', organization?.name],
    ['IMS organization ID', organization?.imsOrgId],
    ['ID', organization?.id],
  ]);
}
