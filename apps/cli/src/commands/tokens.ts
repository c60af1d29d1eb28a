/** `keyway tokens` */
import { Option, type Command } from 'commander';
import type { Role } from '@keyway/client';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, notFoundError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { localFilters, matches } from '../cli/localFilters.ts';
import { choice, choices, expiry, several } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { ROLES, SCOPES } from '../cli/vocabulary.ts';
import { graphql } from '../generated/gql.ts';
import type { ListTokensQuery } from '../generated/graphql.ts';
import { day, minute } from '../output/table.ts';
import { findOrganization, globalIdType } from '../resolve/organization.ts';

const listDocument = graphql(`
  query ListTokens($first: Int!, $after: String) {
    apiTokens(first: $first, after: $after) {
      nodes {
        id
        name
        prefix
        role
        scopes
        organizations {
          id
          name
          imsOrgId
        }
        createdBy
        createdAt
        expiresAt
        lastUsedAt
        revokedAt
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const createDocument = graphql(`
  mutation CliCreateToken($input: CreateApiTokenInput!, $locale: String) {
    createApiToken(input: $input) {
      token
      apiToken {
        id
        name
        prefix
        role
        scopes
        unusableScopes
        expiresAt
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

const revokeDocument = graphql(`
  mutation CliRevokeToken($input: RevokeApiTokenInput!, $locale: String) {
    revokeApiToken(input: $input) {
      apiToken {
        id
        name
        revokedAt
      }
      userErrors {
        ...RefusalFields
      }
    }
  }
`);

export function addTokenCommands(program: Command, makeCli: MakeCli): void {
  const tokens = addGroup(program, 'tokens', 'API tokens; owners only');
  addCommand(tokens, makeCli, {
    name: 'list',
    summary: 'List API tokens, newest first',
    options: [
      new Option('--all', 'revoked ones too'),
      several('--filter <name=value>', 'any of: name, role, by'),
    ],
    examples: ['keyway tokens list', 'keyway tokens list --all --filter role=OPERATOR --json'],
    run: list,
  });
  addCommand(tokens, makeCli, {
    name: 'create <name>',
    summary: 'Make an API token, which is shown this once',
    details: 'stdout has the token alone; with --json an object with the token and what it may do.',
    args: { name: 'what it is for' },
    options: [
      choice('--role <role>', 'its role', ROLES).makeOptionMandatory(),
      choices('--scopes <scopes>', 'what it may do', SCOPES).makeOptionMandatory(),
      several('--org <organization>', 'limits it to this organization; may be repeated'),
      expiry('--expires <when>', 'a day, a time, or a length of time such as 90d'),
    ],
    examples: [
      'keyway tokens create nightly-export --role AUDITOR --scopes read --expires 90d',
      'keyway tokens create setup --role OPERATOR --scopes read,runs:write --org Contoso',
    ],
    run: create,
  });
  addCommand(tokens, makeCli, {
    name: 'revoke <token>',
    summary: 'Revoke an API token at once',
    args: { token: 'its ID, its name or its prefix' },
    options: [new Option('--yes', 'do not ask')],
    examples: ['keyway tokens revoke nightly-export --yes'],
    run: revoke,
  });
}

type Token = ListTokensQuery['apiTokens']['nodes'][number];

const readTokens = async (cli: Cli): Promise<Token[]> =>
  collect<Token>((await cli.client()).pages(listDocument, {}, (data) => data.apiTokens));

async function list(cli: Cli, given: Given): Promise<void> {
  const filters = localFilters(given, ['name', 'role', 'by']);
  const found = await readTokens(cli);
  const rows = found.filter(
    (token) =>
      (given.flag('all') || token.revokedAt === null) &&
      matches(token.name, filters['name']) &&
      matches(token.role, filters['role']) &&
      matches(token.createdBy, filters['by']),
  );
  cli.out.list(
    rows,
    [
      { title: 'name', value: (row) => row.name, min: 10 },
      { title: 'prefix', value: (row) => row.prefix },
      { title: 'role', value: (row) => row.role },
      { title: 'scopes', value: (row) => row.scopes.join(', ') },
      {
        title: 'organizations',
        value: (row) => row.organizations?.map(({ name }) => name).join(', ') ?? 'all',
      },
      { title: 'by', value: (row) => row.createdBy },
      { title: 'expires', value: (row) => row.expiresAt ?? 'never', shown: day, min: 10 },
      { title: 'last used', value: (row) => row.lastUsedAt ?? 'never', shown: minute },
      { title: 'revoked', value: (row) => row.revokedAt, shown: day },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    'No tokens.',
  );
}

async function create(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const named = given.list('org');
  const organizationIds: string[] = [];
  for (const name of named ?? []) organizationIds.push((await findOrganization(client, name)).id);
  const input = {
    name: given.arg(0),
    role: given.required('role', '--role') as Role,
    scopes: given.list('scopes') ?? [],
    organizationIds: named ? organizationIds : null,
    expiresAt: given.text('expires') ?? null,
  };
  const made = unwrap(await client.request(createDocument, { input })).createApiToken;
  const { token, apiToken } = made;
  if (cli.out.json) {
    cli.out.document({ token, apiToken });
    return;
  }
  cli.out.note(`Made ${apiToken?.name}. The token is shown this once:`);
  if (apiToken && apiToken.unusableScopes.length > 0)
    cli.out.note(`The role ${apiToken.role} can't use: ${apiToken.unusableScopes.join(', ')}.`);
  cli.out.text(token ?? '');
}

async function revoke(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const found = await findToken(cli, given.arg(0));
  await confirm(cli, `Revoke the token ${found.name} (${found.prefix})?`, given.flag('yes'));
  const { revokeApiToken } = unwrap(
    await client.request(revokeDocument, { input: { id: found.id } }),
  );
  cli.out.record(revokeApiToken.apiToken, [['revoked', found.name]]);
}

async function findToken(
  cli: Cli,
  named: string,
): Promise<{ id: string; name: string; prefix: string }> {
  const tokens = await readTokens(cli);
  if (globalIdType(named) === 'ApiToken') {
    const own = tokens.find(({ id }) => id === named);
    if (own) return own;
  }
  const live = tokens.filter(({ revokedAt }) => revokedAt === null);
  const same = live.filter(({ name, prefix }) => name === named || prefix === named);
  const [only] = same;
  if (only && same.length === 1) return only;
  if (same.length > 1)
    throw new CliError(EXIT.usage, `${same.length} tokens are named ${named}:`, {
      hint: `${same.map(({ prefix, id, createdBy }) => `  ${prefix}  ${id}  by ${createdBy}`).join('\n')}\nGive the ID.`,
    });
  throw notFoundError(`There is no token ${named}.`, 'See `keyway tokens list`.');
}
