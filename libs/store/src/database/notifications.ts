/**
 * The connection that listens to NOTIFY. Where it was lost, or a pooler makes it impossible,
 * listeners read what they missed (`onReconnect`).
 */
import pg from 'pg';
import { SilenceGuard } from './silenceGuard.ts';

const CHANNELS = [
  'keyway_run',
  'keyway_effect',
  'keyway_trial',
  'keyway_bulk',
  'keyway_dry_run',
  'keyway_watch',
  'keyway_alert',
  'keyway_health',
  'keyway_hook',
  'keyway_webhook',
  'keyway_probe',
  'keyway_inbox',
] as const;
export type Channel = (typeof CHANNELS)[number];
const MAX_PAUSE_MILLISECONDS = 1000;
const POLL_MILLISECONDS = 2_000;
const CONNECT_MILLISECONDS = 5_000;
/**
 * A listening connection sends no queries, so a query checks whether it is still open: until its
 * last answer, nothing was missed.
 */
const HEARTBEAT_MILLISECONDS = 2_000;
const SILENT_SECONDS = 5;
/**
 * The server gives up the other end of a connection that is gone, instead of keeping notifications
 * for it.
 */
const GONE_AFTER = `select set_config('tcp_user_timeout', '15s', false), set_config('tcp_keepalives_idle', '10s', false)`;

export class Notifications {
  private readonly listeners = new Map<Channel, Set<(payload: string) => void>>(
    CHANNELS.map((channel) => [channel, new Set()]),
  );
  private readonly reconnected = new Set<(lostAt: Date) => void>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly guard: SilenceGuard;
  private readonly url: string;
  private readonly applicationName: string;
  private readonly channels: readonly Channel[];
  private readonly onWarning: (message: string) => void;

  constructor(
    url: string,
    applicationName: string,
    onWarning: (message: string) => void,
    channels: readonly Channel[] = CHANNELS,
  ) {
    this.url = url;
    this.applicationName = applicationName;
    this.onWarning = onWarning;
    this.channels = channels;
    this.guard = new SilenceGuard(onWarning, SILENT_SECONDS);
  }

  /** For what this process can do without, as whoever listens asks again in time. */
  on(channel: Channel, listener: (payload: string) => void): () => void {
    this.listeners.get(channel)?.add(listener);
    return () => this.listeners.get(channel)?.delete(listener);
  }

  /**
   * For what nobody would ask about again.
   * @throws Error where this process does not listen to the channel
   */
  mustHear(channel: Channel, listener: (payload: string) => void): () => void {
    this.check(channel);
    return this.on(channel, listener);
  }

  /** @throws Error where this process does not listen to the channel */
  check(channel: Channel): void {
    if (!this.channels.includes(channel))
      throw new Error(`This process does not listen to ${channel}: add it to its \`listensTo\`.`);
  }

  /**
   * Called after the connection was replaced, with the last instant at which it was surely open. It
   * may be long before the loss was noticed, as on a machine that slept.
   */
  onReconnect(listener: (lostAt: Date) => void): () => void {
    this.reconnected.add(listener);
    return () => this.reconnected.delete(listener);
  }

  /** Resolves once it listens. */
  start(): Promise<void> {
    return (this.connecting ??= this.connect(null, 20));
  }

  private async connect(lostAt: Date | null, pause: number): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      application_name: `${this.applicationName}-listen`,
      keepAlive: true,
      pipeline: true,
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
    });
    this.guard.begin(client);
    let heardAt = new Date();
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel as Channel) ?? []) listener(payload ?? '');
    });
    try {
      await client.connect();
      this.guard.watch(client);
      if (await isPooled(client)) {
        this.poll();
        await client.end();
        return;
      }
      await client.query(
        `${this.channels.map((channel) => `listen ${channel}`).join('; ')}; ${GONE_AFTER}`,
      );
    } catch (error) {
      this.guard.discard(client);
      if (this.closed) return;
      if (!lostAt) throw error;
      this.again(lostAt, Math.min(pause * 2, MAX_PAUSE_MILLISECONDS));
      return;
    }
    if (this.closed) return client.end();
    this.client = client;
    const heartbeat = setInterval(() => {
      const sentAt = new Date();
      client.query('select 1').then(
        () => (heardAt = sentAt),
        () => undefined,
      );
    }, HEARTBEAT_MILLISECONDS);
    heartbeat.unref();
    client.once('end', () => {
      clearInterval(heartbeat);
      if (this.closed) return;
      this.client = null;
      this.onWarning('The listening connection to the database was lost.');
      this.again(heardAt, 20);
    });
    if (lostAt) for (const listener of this.reconnected) listener(lostAt);
  }

  /** Listens where the address leads now; what was missed meanwhile is read. */
  reconnect(): void {
    this.guard.discardAll();
  }

  private poll(): void {
    this.onWarning(
      'Between Keyway and the database stands a connection pooler, which cannot pass on notifications: live updates come up to 2 seconds late. ' +
        'Set DATABASE_DIRECT_URL to the address of the database itself.',
    );
    let last = new Date();
    this.timer = setInterval(() => {
      const since = last;
      last = new Date();
      for (const listener of this.reconnected) listener(since);
    }, POLL_MILLISECONDS);
    this.timer.unref();
  }

  private again(lostAt: Date, pause: number): void {
    this.timer = setTimeout(() => void this.connect(lostAt, pause), pause);
    this.timer.unref();
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.timer) clearTimeout(this.timer);
    await this.connecting?.catch(() => undefined);
    await this.client?.end().catch(() => undefined);
    this.guard.close();
  }
}

/** A pooler names itself, not the server's process, as what to cancel. */
async function isPooled(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  // Cast: pg does not declare the process that the server named at the start.
  return rows[0]?.pid !== (client as unknown as { processID: number | null }).processID;
}
