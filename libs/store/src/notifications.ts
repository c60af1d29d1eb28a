/** One connection that listens, made again when it is lost; what was missed meanwhile is for the listeners to find out (`onReconnect`). */
import pg from 'pg';

export type Channel = 'keyway_run' | 'keyway_effect';
const CHANNELS: readonly Channel[] = ['keyway_run', 'keyway_effect'];
const LONGEST_PAUSE = 1000;

export class Notifications {
  private readonly listeners = new Map<Channel, Set<(payload: string) => void>>(CHANNELS.map((channel) => [channel, new Set()]));
  private readonly reconnected = new Set<(lostAt: Date) => void>();
  private client: pg.Client | null = null;
  private connecting: Promise<void> | null = null;
  private closed = false;
  private timer: NodeJS.Timeout | null = null;
  private readonly url: string;
  private readonly applicationName: string;
  private readonly onWarning: (message: string) => void;

  constructor(url: string, applicationName: string, onWarning: (message: string) => void) {
    this.url = url;
    this.applicationName = applicationName;
    this.onWarning = onWarning;
  }

  on(channel: Channel, listener: (payload: string) => void): () => void {
    this.listeners.get(channel)?.add(listener);
    return () => this.listeners.get(channel)?.delete(listener);
  }

  /** Told after the connection stands again, with the instant when it was lost. */
  onReconnect(listener: (lostAt: Date) => void): void {
    this.reconnected.add(listener);
  }

  /** Resolves once it listens. */
  start(): Promise<void> {
    return (this.connecting ??= this.connect(null, 20));
  }

  private async connect(lostAt: Date | null, pause: number): Promise<void> {
    const client = new pg.Client({ connectionString: this.url, application_name: `${this.applicationName}-listen`, keepAlive: true });
    client.on('error', () => undefined);
    client.on('notification', ({ channel, payload }) => {
      for (const listener of this.listeners.get(channel as Channel) ?? []) listener(payload ?? '');
    });
    try {
      await client.connect();
      await client.query(CHANNELS.map((channel) => `listen ${channel}`).join('; '));
    } catch (error) {
      await client.end().catch(() => undefined);
      if (this.closed) return;
      if (!lostAt) throw error;
      this.again(lostAt, Math.min(pause * 2, LONGEST_PAUSE));
      return;
    }
    if (this.closed) return client.end();
    this.client = client;
    client.once('end', () => {
      if (this.closed) return;
      this.client = null;
      this.onWarning('The listening connection to the database was lost.');
      this.again(new Date(), 20);
    });
    if (lostAt) for (const listener of this.reconnected) listener(lostAt);
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
  }
}
