/**
 * Hashes of the tokens from configurations, the only ones without a checksum: a flood of invented
 * tokens costs the database one query a second.
 */
import { tokenHash } from './apiToken.ts';
import type { Database } from '../database/database.ts';

const ASKED_AGAIN_AFTER_MILLISECONDS = 1000;

export class BootstrapTokens {
  private readonly database: Database;
  private known: Promise<ReadonlySet<string>> | null = null;
  private askedAt = 0;

  constructor(database: Database) {
    this.database = database;
  }

  /** Whether it may be one; whether it is still valid, `authenticateToken` reads. */
  async has(token: string): Promise<boolean> {
    const hash = tokenHash(token).toString('hex');
    const known = this.known;
    if (known && (await known).has(hash)) return true;
    // Another process may have made one since.
    if (!this.known || performance.now() - this.askedAt > ASKED_AGAIN_AFTER_MILLISECONDS)
      this.ask();
    return (await this.known!).has(hash);
  }

  /** One was just made here. */
  forget(): void {
    this.known = null;
  }

  private ask(): void {
    this.askedAt = performance.now();
    const reading = this.database
      .read<{ hash: string }>(
        `select encode(sha256, 'hex') as hash from api_token where kind = 'BOOTSTRAP'`,
      )
      .then((rows) => new Set(rows.map(({ hash }) => hash)));
    this.known = reading;
    reading.catch(() => {
      if (this.known === reading) this.known = null;
    });
  }
}
