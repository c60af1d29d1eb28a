/** `keyway webhooks` */
import { Option, type Command } from 'commander';
import { addCommand, addGroup, type MakeCli } from '../cli/addCommand.ts';
import { confirm } from '../cli/ask.ts';
import type { Cli } from '../cli/cli.ts';
import { CliError, EXIT, notFoundError, usageError } from '../cli/cliError.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { localFilters, matches } from '../cli/localFilters.ts';
import { commaList, several } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import type { WebhookFieldsFragment } from '../generated/graphql.ts';
import { findOrganization, globalIdType } from '../resolve/organization.ts';
import { addDeliveryCommands } from './deliveries.ts';
import {
  createWebhookDocument,
  deleteWebhookDocument,
  rotateSecretDocument,
  testWebhookDocument,
  updateWebhookDocument,
  webhookEventsDocument,
  webhooksDocument,
} from './webhookDocuments.ts';

export const WEBHOOK_ARGUMENT = { webhook: 'its ID or its address' };
const SECRET =
  'stdout has the secret alone; with --json an object with the secret and the webhook.';

export function addWebhookCommands(program: Command, makeCli: MakeCli): void {
  const webhooks = addGroup(program, 'webhooks', 'Messages about what happens; owners only');
  addCommand(webhooks, makeCli, {
    name: 'list',
    summary: 'List webhooks',
    options: [several('--filter <name=value>', 'any of: url, event')],
    examples: ['keyway webhooks list', 'keyway webhooks list --filter url=example.com --json'],
    run: list,
  });
  addCommand(webhooks, makeCli, {
    name: 'create <url>',
    summary: 'Make a webhook; its secret is shown this once',
    details: SECRET,
    args: { url: 'where messages are sent: https and public' },
    options: [
      commaList('--events <events>', 'types, groups such as run.*, or *').makeOptionMandatory(),
      several('--org <organization>', 'limits it to this organization; may be repeated'),
    ],
    examples: [
      "keyway webhooks create https://example.com/keyway --events 'run.*,step.blocked'",
      "keyway webhooks create https://example.com/keyway --events '*' --org Contoso --json",
    ],
    run: create,
  });
  addCommand(webhooks, makeCli, {
    name: 'update <webhook>',
    summary: 'Change where messages are sent, which, or whether',
    args: WEBHOOK_ARGUMENT,
    options: [
      new Option('--to <url>', 'where messages are sent'),
      commaList('--events <events>', 'types, groups such as run.*, or *; replaces the list'),
      new Option('--enable', 'send messages again'),
      new Option('--disable', 'send nothing until it is enabled again'),
    ],
    examples: ['keyway webhooks update https://example.com/keyway --enable'],
    run: update,
  });
  addCommand(webhooks, makeCli, {
    name: 'delete <webhook>',
    summary: 'Delete a webhook with what it did not send yet',
    args: WEBHOOK_ARGUMENT,
    options: [new Option('--yes', 'do not ask')],
    examples: ['keyway webhooks delete https://example.com/keyway --yes'],
    run: remove,
  });
  addCommand(webhooks, makeCli, {
    name: 'rotate-secret <webhook>',
    summary: 'Make another secret; the former one signs too for 24 hours',
    details: SECRET,
    args: WEBHOOK_ARGUMENT,
    options: [new Option('--yes', 'do not ask')],
    examples: ['keyway webhooks rotate-secret https://example.com/keyway --yes'],
    run: rotate,
  });
  addCommand(webhooks, makeCli, {
    name: 'test <webhook>',
    summary: 'Send test.ping now',
    details: 'See what came of it with: keyway webhooks deliveries <webhook>',
    args: WEBHOOK_ARGUMENT,
    examples: ['keyway webhooks test https://example.com/keyway'],
    run: ping,
  });
  addCommand(webhooks, makeCli, {
    name: 'events [type]',
    summary: 'List the types of events, or show the body of one',
    args: { type: 'such as run.started' },
    examples: ['keyway webhooks events', 'keyway webhooks events run.started'],
    run: events,
  });
  addDeliveryCommands(webhooks, makeCli);
}

type Webhook = WebhookFieldsFragment;

const readWebhooks = async (cli: Cli): Promise<Webhook[]> =>
  collect<Webhook>((await cli.client()).pages(webhooksDocument, {}, (data) => data.webhooks));

/** @throws CliError: none (exit 4), or several with this address (exit 2) */
export async function findWebhook(cli: Cli, named: string): Promise<Webhook> {
  const webhooks = await readWebhooks(cli);
  const isId = globalIdType(named) === 'Webhook';
  const found = webhooks.filter(({ id, url }) => (isId ? id : url) === named);
  const [only] = found;
  if (only && found.length === 1) return only;
  if (found.length > 1)
    throw new CliError(EXIT.usage, `${found.length} webhooks have this address:`, {
      hint: `${found.map(({ id }) => `  ${id}`).join('\n')}\nGive the ID.`,
    });
  throw notFoundError(`There is no webhook ${named}.`, 'See `keyway webhooks list`.');
}

async function list(cli: Cli, given: Given): Promise<void> {
  const filters = localFilters(given, ['url', 'event']);
  const rows = (await readWebhooks(cli)).filter(
    ({ url, events: types }) =>
      matches(url, filters['url']) && matches(types.join(' '), filters['event']),
  );
  cli.out.list(
    rows,
    [
      { title: 'address', value: (row) => row.url, min: 16 },
      { title: 'events', value: (row) => row.events.join(', ') },
      {
        title: 'organizations',
        value: (row) => row.organizations?.map(({ name }) => name).join(', ') ?? 'all',
      },
      {
        title: 'state',
        value: (row) => (row.enabled ? 'enabled' : `disabled ${row.disabledReason ?? ''}`.trim()),
        style: (row) => (row.enabled ? null : 'yellow'),
      },
      { title: 'failing since', value: (row) => row.failingSince },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    'No webhooks.',
  );
}

async function create(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const named = given.list('org');
  const organizationIds: string[] = [];
  for (const name of named ?? []) organizationIds.push((await findOrganization(client, name)).id);
  const input = {
    url: given.arg(0),
    events: given.list('events') ?? [],
    organizationIds: named ? organizationIds : null,
  };
  writeSecret(cli, unwrap(await client.request(createWebhookDocument, { input })).createWebhook);
}

function writeSecret(
  { out }: Cli,
  { secret, webhook }: { secret: string | null; webhook: Webhook | null },
): void {
  if (out.json) {
    out.document({ secret, webhook });
    return;
  }
  out.note(`The secret of the webhook to ${webhook?.url} is shown this once:`);
  out.text(secret ?? '');
}

async function update(cli: Cli, given: Given): Promise<void> {
  if (given.flag('enable') && given.flag('disable'))
    throw usageError('Give --enable or --disable, not both.');
  const { id } = await findWebhook(cli, given.arg(0));
  const input = {
    id,
    ...(given.text('to') !== undefined && { url: given.text('to') ?? null }),
    ...(given.list('events') && { events: given.list('events') ?? null }),
    ...(given.flag('enable') && { enabled: true }),
    ...(given.flag('disable') && { enabled: false }),
  };
  if (Object.keys(input).length === 1)
    throw usageError('Nothing changes.', 'Give --to, --events, --enable or --disable.');
  const client = await cli.client();
  const { webhook } = unwrap(await client.request(updateWebhookDocument, { input })).updateWebhook;
  cli.out.record(webhook, [
    ['address', webhook?.url],
    ['events', webhook?.events.join(', ')],
    ['state', webhook?.enabled ? 'enabled' : 'disabled'],
  ]);
}

async function events(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { webhookEvents } = unwrap(await client.request(webhookEventsDocument));
  const type = given.optionalArg(0);
  if (type === undefined) {
    cli.out.list(
      webhookEvents,
      [
        { title: 'type', value: (row) => row.type, min: 20 },
        { title: 'what', value: (row) => row.description, min: 20 },
      ],
      'No events.',
    );
    return;
  }
  const found = webhookEvents.find((event) => event.type === type);
  if (!found) throw notFoundError(`There is no event ${type}.`, 'See `keyway webhooks events`.');
  if (cli.out.json) cli.out.document(found);
  else cli.out.text(found.example);
}

async function remove(cli: Cli, given: Given): Promise<void> {
  const { id, url } = await findWebhook(cli, given.arg(0));
  await confirm(cli, `Delete the webhook to ${url}?`, given.flag('yes'));
  const client = await cli.client();
  const input = { id };
  const { webhook } = unwrap(await client.request(deleteWebhookDocument, { input })).deleteWebhook;
  cli.out.record(webhook, [['deleted', url]]);
}

async function rotate(cli: Cli, given: Given): Promise<void> {
  const { id, url } = await findWebhook(cli, given.arg(0));
  await confirm(cli, `Make another secret for ${url}?`, given.flag('yes'));
  const client = await cli.client();
  const made = unwrap(await client.request(rotateSecretDocument, { input: { id } }));
  writeSecret(cli, made.rotateWebhookSecret);
}

async function ping(cli: Cli, given: Given): Promise<void> {
  const { id } = await findWebhook(cli, given.arg(0));
  const client = await cli.client();
  const sent = unwrap(await client.request(testWebhookDocument, { input: { id } }));
  cli.out.record(sent.testWebhook.webhook, [
    ['test.ping is sent to', sent.testWebhook.webhook?.url],
  ]);
}
