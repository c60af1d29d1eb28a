/**
 * Names of prepared statements. A pooler shares connections, so a name contains its text's hash,
 * and none is used where the pooler loses them.
 */
import { hash } from 'node:crypto';

export interface Query {
  /** Prepared once a connection under this name. Texts that differ may have the same. */
  name?: string;
  text: string;
}

/** There is no such prepared statement; there is one already. */
const LOST = new Set(['26000', '42P05']);

export class PreparedStatements {
  /** By text. */
  private readonly names = new Map<string, string>();
  private readonly onWarning: (message: string) => void;
  private kept = true;

  constructor(onWarning: (message: string) => void) {
    this.onWarning = onWarning;
  }

  named({ name, text }: Query): Query {
    return name && this.kept ? { name: this.nameOf(name, text), text } : { text };
  }

  private nameOf(name: string, text: string): string {
    const known = this.names.get(text);
    if (known) return known;
    const made = `${name}_${hash('sha256', text, 'hex').slice(0, 12)}`;
    this.names.set(text, made);
    return made;
  }

  /**
   * Whether an error says that the pooler lost one. The transaction that met it is to be run again,
   * without names.
   */
  isLoss(error: unknown): boolean {
    return LOST.has(String((error as { code?: unknown } | null)?.code));
  }

  giveUp(): void {
    if (!this.kept) return;
    this.kept = false;
    this.onWarning(
      'The connection pooler before the database keeps no prepared statements; from now on none are used.',
    );
  }
}
