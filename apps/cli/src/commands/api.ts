/** `keyway api` */
import { Option, type Command } from 'commander';
import {
  readOperation,
  type AnyVariables,
  type Client,
  type Page,
  type QueryOptions,
} from '@keyway/client';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import { readStdin } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { usageError } from '../cli/cliError.ts';
import type { Given } from '../cli/given.ts';
import { replica, several } from '../cli/options.ts';
import { readText } from '../cli/readText.ts';
import { unwrap } from '../cli/unwrap.ts';

export function addApiCommand(program: Command, makeCli: MakeCli): void {
  addCommand(program, makeCli, {
    name: 'api [query]',
    summary: 'Run any query or mutation of the GraphQL API',
    details:
      'Writes the data as JSON. A mutation whose input is a variable gets an idempotency key, and\n' +
      'is sent again when the connection is lost; other mutations are sent once.\n' +
      '--paginate reads all pages of the one list that the query has; the query declares $after.',
    args: { query: 'the operation; left out, it is read from --input' },
    options: [
      several('-F, --field <name=value>', 'a variable, read as JSON where it is JSON'),
      several('-f, --raw-field <name=text>', 'a variable that is a text'),
      new Option('--input <file>', 'file with the operation, or - for stdin'),
      new Option('--variables <json>', 'all variables as a JSON object'),
      new Option('--paginate', 'read all pages, and write one JSON array'),
      replica(),
    ],
    examples: [
      "keyway api '{ viewer { name } }'",
      "keyway api 'query($id: ID!) { run(id: $id) { status } }' -f id=UnVuOj…",
      "keyway api --paginate 'query($after: String) { organizations(first: 100, after: $after) { nodes { name } pageInfo { hasNextPage endCursor } } }'",
      'keyway api --input query.graphql -F first=10',
    ],
    run: async (cli, given) => {
      const query = await queryOf(cli, given);
      const variables = variablesOf(given);
      const options = { acceptsReplica: given.flag('replica') };
      if (options.acceptsReplica && readKind(query) === 'mutation')
        throw usageError('A mutation is not answered from a replica.');
      const client = await cli.client();
      if (given.flag('paginate'))
        cli.out.document(await allPages(client, query, variables, options));
      else cli.out.document(unwrap(await client.request(query, variables, options)));
    },
  });
}

async function queryOf(cli: Cli, given: Given): Promise<string> {
  const typed = given.optionalArg(0);
  const file = given.text('input');
  if ((typed === undefined) === (file === undefined))
    throw usageError('Give the operation, or --input with a file that holds it.');
  if (typed !== undefined) return typed;
  if (file === '-') return readStdin(cli);
  return readText(file!);
}

function variablesOf(given: Given): AnyVariables {
  const variables: AnyVariables = {};
  const json = given.text('variables');
  if (json !== undefined) Object.assign(variables, objectOf(json));
  for (const field of given.list('field') ?? []) {
    const [path, value] = split(field);
    put(variables, path, jsonOr(value));
  }
  for (const field of given.list('rawField') ?? []) {
    const [path, value] = split(field);
    put(variables, path, value);
  }
  return variables;
}

function objectOf(json: string): AnyVariables {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    throw usageError(`--variables is not JSON: ${(error as Error).message}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as AnyVariables;
  throw usageError('--variables must be a JSON object, such as {"first": 10}.');
}

function split(field: string): [string, string] {
  const end = field.indexOf('=');
  if (end > 0) return [field.slice(0, end), field.slice(end + 1)];
  throw usageError(`A variable is given as name=value, not as ${field}.`);
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** `input.name=x` puts a member of the object `input`. */
function put(variables: AnyVariables, path: string, value: unknown): void {
  const names = path.split('.');
  if (names.some((name) => !/^[A-Za-z]\w*$/.test(name)))
    throw usageError(`${path} is no name of a variable.`);
  let object = variables;
  for (const name of names.slice(0, -1)) {
    const inner = (object[name] ??= {});
    if (typeof inner !== 'object' || inner === null)
      throw usageError(`${name} has a value, and members as well.`);
    object = inner as AnyVariables;
  }
  object[names.at(-1)!] = value;
}

async function allPages(
  client: Client,
  query: string,
  variables: AnyVariables,
  options: QueryOptions,
): Promise<unknown[]> {
  const items: unknown[] = [];
  if (!/\$after\b/.test(query))
    throw usageError('With --paginate the query declares $after and passes it to its list.');
  if (readKind(query) === 'mutation') throw usageError('A mutation has no pages.');
  const pages = client.pages<Record<string, unknown>, AnyVariables, unknown>(
    query,
    variables,
    (data) => listIn(data),
    options,
  );
  for await (const item of pages) items.push(unwrap(item));
  return items;
}

function readKind(query: string): string | null {
  try {
    return readOperation(query).kind;
  } catch {
    return null; // The client says what is wrong.
  }
}

/** The first list with pages, at any depth. */
function listIn(data: unknown): Page<unknown> | null {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return null;
  if ('nodes' in data && 'pageInfo' in data) return data as Page<unknown>;
  for (const value of Object.values(data)) {
    const list = listIn(value);
    if (list) return list;
  }
  return null;
}
