/** `keyway webhooks deliveries` and `redeliver` */
import { type Command } from 'commander';
import type { DeliveryStatus } from '@keyway/client';
import { addCommand, type MakeCli } from '../cli/addCommand.ts';
import type { Cli } from '../cli/cli.ts';
import { collect } from '../cli/collect.ts';
import type { Given } from '../cli/given.ts';
import { choice, wholeNumber } from '../cli/options.ts';
import { unwrap } from '../cli/unwrap.ts';
import { DELIVERY_STATUSES } from '../cli/vocabulary.ts';
import type { CliDeliveriesQuery } from '../generated/graphql.ts';
import { statusStyle } from '../output/paint.ts';
import { deliveriesDocument, redeliverDocument } from './webhookDocuments.ts';
import { findWebhook, WEBHOOK_ARGUMENT } from './webhooks.ts';

export function addDeliveryCommands(webhooks: Command, makeCli: MakeCli): void {
  addCommand(webhooks, makeCli, {
    name: 'deliveries <webhook>',
    summary: 'List what was sent and is to be sent, newest first',
    details: '--json has the exact bodies and every attempt.',
    args: WEBHOOK_ARGUMENT,
    options: [
      choice('--status <status>', 'only those with this status', DELIVERY_STATUSES),
      wholeNumber('--limit <number>', 'at most so many; 50 by default'),
    ],
    examples: [
      'keyway webhooks deliveries https://example.com/keyway',
      'keyway webhooks deliveries https://example.com/keyway --status FAILED --json',
    ],
    run: list,
  });
  addCommand(webhooks, makeCli, {
    name: 'redeliver <delivery>',
    summary: 'Send a delivery again, now, under its old webhook-id',
    args: { delivery: 'its ID' },
    examples: ['keyway webhooks redeliver V2ViaG9va0RlbGl2ZXJ5Oj…'],
    run: async (cli, given) => {
      const client = await cli.client();
      const input = { deliveryId: given.arg(0) };
      const { webhook } = unwrap(await client.request(redeliverDocument, { input })).redeliver;
      cli.out.record(webhook, [['sent again to', webhook?.url]]);
    },
  });
}

type AnyNode = CliDeliveriesQuery['node'];
type WebhookNode = Extract<NonNullable<AnyNode>, { deliveries: { nodes: unknown } }>;
type Delivery = WebhookNode['deliveries']['nodes'][number];

const isWebhook = (node: AnyNode): node is WebhookNode => node !== null && 'deliveries' in node;

async function list(cli: Cli, given: Given): Promise<void> {
  const client = await cli.client();
  const { id } = await findWebhook(cli, given.arg(0));
  const status = (given.text('status') ?? null) as DeliveryStatus | null;
  const rows = await collect<Delivery>(
    client.pages(deliveriesDocument, { id, status }, ({ node }) =>
      isWebhook(node) ? node.deliveries : null,
    ),
    given.count('limit') ?? 50,
  );
  cli.out.list(
    rows,
    [
      { title: 'created', value: (row) => row.createdAt, min: 10 },
      { title: 'event', value: (row) => row.event, min: 12 },
      { title: 'status', value: (row) => row.status, style: (row) => statusStyle(row.status) },
      { title: 'attempts', value: (row) => row.attempts.length },
      { title: 'last', value: ({ attempts }) => lastOf(attempts), min: 12 },
      { title: 'next', value: (row) => row.nextAttemptAt },
      { title: 'webhook-id', value: (row) => row.messageId, programsOnly: true },
      { title: 'id', value: (row) => row.id, programsOnly: true },
    ],
    'No deliveries.',
  );
}

function lastOf(attempts: Delivery['attempts']): string {
  const last = attempts.at(-1);
  return last ? [last.statusCode ?? 'no answer', last.error].filter(Boolean).join(' ') : '';
}
