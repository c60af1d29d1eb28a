/**
 * Receivers of webhooks beside the runs: what they got agrees with the histories, each message once
 * by its ID, in the order of each run, with a signature that verifies.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { graphqlClient, type GraphqlClient } from '../product/graphqlClient.ts';
import type { Product } from '../product/startProduct.ts';

export const WEBHOOK_ENVIRONMENT = { KEYWAY_WEBHOOK_ALLOW: '127.0.0.0/8' };

const MAX_WAIT_MILLISECONDS = 300_000;
/** The kind of an entry in history, and the event that there is of each. */
const EVENTS: Readonly<Record<string, string>> = {
  organizationCreated: 'organization.created',
  runStarted: 'run.started',
  approvalRequested: 'approval.requested',
  approvalGranted: 'approval.decided',
};

interface Message {
  type: string;
  data: { organization: { id: string }; run?: { id: string; version: number } };
}

class Receiver {
  /** By ID, in the order of their first arrival. */
  readonly taken = new Map<string, string>();
  readonly failures: string[] = [];
  secret = '';
  private server: Server | null = null;
  private readonly name: string;
  /** How the attempt of a message ends, counted from 0. */
  private readonly answer: (attempt: number) => 'take' | 'refuse' | 'break' | 'takeAndBreak';
  private readonly attempts = new Map<string, number>();

  constructor(name: string, answer: Receiver['answer']) {
    this.name = name;
    this.answer = answer;
  }

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('error', () => undefined).on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        const id = request.headers['webhook-id'] as string;
        const attempt = this.attempts.get(id) ?? 0;
        this.attempts.set(id, attempt + 1);
        const how = this.answer(attempt);
        if (how.startsWith('take')) this.take(id, body, request.headers as Record<string, string>);
        if (how === 'take' || how === 'refuse')
          response.writeHead(how === 'take' ? 204 : 500).end();
        else response.destroy();
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  private take(id: string, body: string, headers: Record<string, string>): void {
    try {
      new Webhook(this.secret).verify(body, headers);
    } catch (error) {
      this.failures.push(`${this.name}: ${id} does not verify: ${String(error)}`);
    }
    const before = this.taken.get(id);
    if (before !== undefined && before !== body)
      this.failures.push(`${this.name}: ${id} came with two bodies`);
    if (before === undefined) this.taken.set(id, body);
  }

  messages(): Message[] {
    return [...this.taken.values()].map((body) => JSON.parse(body) as Message);
  }

  /** Runs whose messages did not come in the order of their changes. */
  outOfOrder(): string[] {
    const versions = new Map<string, number>();
    const wrong = new Set<string>();
    for (const { data } of this.messages()) {
      if (!data.run) continue;
      const { id, version } = data.run;
      if (version < (versions.get(id) ?? 0)) wrong.add(`${this.name}: run ${id} out of order`);
      versions.set(id, version);
    }
    return [...wrong];
  }

  stop(): void {
    this.server?.closeAllConnections();
    this.server?.close();
  }
}

async function historyCounts(owner: GraphqlClient): Promise<Map<string, number>> {
  interface Page {
    history: {
      nodes: { kind: string; organization: { id: string } | null }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  }
  const counts = new Map<string, number>();
  for (let after: string | null = null; ;) {
    const { history }: Page = await owner.ask(
      `query($after: String, $kinds: [String!]) { history(first: 100, after: $after, filter: { kind: $kinds }) {
        nodes { kind organization { id } } pageInfo { hasNextPage endCursor } } }`,
      { after, kinds: Object.keys(EVENTS) },
    );
    for (const { kind, organization } of history.nodes) {
      const key = `${organization?.id} ${EVENTS[kind]}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (!history.pageInfo.hasNextPage) return counts;
    after = history.pageInfo.endCursor;
  }
}

async function untilSent(owner: GraphqlClient): Promise<string[]> {
  interface Pending {
    webhooks: { nodes: { pending: { nodes: { id: string }[] } }[] };
  }
  const end = Date.now() + MAX_WAIT_MILLISECONDS;
  const query = `{ webhooks(first: 9) { nodes { pending: deliveries(first: 1, status: PENDING) { nodes { id } } } } }`;
  // Twice in a row: a change may not be rendered yet.
  for (let quiet = 0; quiet < 6;) {
    if (Date.now() > end) return ['messages were pending for five minutes'];
    const { webhooks } = await owner.ask<Pending>(query);
    quiet = webhooks.nodes.every(({ pending }) => pending.nodes.length === 0) ? quiet + 1 : 0;
    await sleep(500);
  }
  return [];
}

/** Begins to receive; answers what compares at the end. */
export async function receiveWebhooks(product: Product): Promise<() => Promise<string[]>> {
  const owner = graphqlClient(product.url, product.token);
  const half = ['refuse', 'takeAndBreak', 'take'] as const;
  let drawn = 0;
  const receivers = [
    new Receiver('always', () => 'take'),
    new Receiver('half of the time', (attempt) =>
      (drawn += 1) % 2 === 0 ? 'take' : half[Math.min(attempt, 2)]!,
    ),
  ];
  for (const receiver of receivers) {
    const { secret } = await owner.mutate<{ secret: string }>(
      'createWebhook',
      'CreateWebhookInput',
      { url: await receiver.start(), events: ['*'] },
      'secret',
    );
    receiver.secret = secret;
  }
  return async () => {
    const failures = await untilSent(owner);
    const expected = await historyCounts(owner);
    for (const receiver of receivers) {
      receiver.stop();
      const got = new Map<string, number>();
      for (const { type, data } of receiver.messages()) {
        if (!Object.values(EVENTS).includes(type)) continue;
        const key = `${data.organization.id} ${type}`;
        got.set(key, (got.get(key) ?? 0) + 1);
      }
      for (const key of new Set([...expected.keys(), ...got.keys()]))
        if (expected.get(key) !== got.get(key))
          failures.push(`${key}: ${expected.get(key)} in history, ${got.get(key)} received`);
      failures.push(...receiver.failures, ...receiver.outOfOrder());
      process.stdout.write(`${receiver.taken.size} messages received\n`);
    }
    return failures;
  };
}
