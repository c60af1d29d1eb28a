/** Writes every entry of history once it is there, whatever the order of commits. */
import type { Client } from '@keyway/client';
import { ZEROS } from '@keyway/evidence';
import { CliError, EXIT } from '../cli/cliError.ts';
import { readViewer } from '../commands/whoami.ts';
import { auditLine } from './auditLine.ts';
import type { AuditSink } from './auditSink.ts';
import type { AuditState, ChainMark } from './auditState.ts';
import {
  ENDS_A_REQUEST,
  readEnds,
  readEntries,
  readOrganizations,
  type AuditEntry,
} from './readEntries.ts';

/** The partner's own entries, which belong to no organization. */
const OF_PARTNER = 'partner';
/** What is committed so much later than it happened is found at once; later, by its chain's end. */
const OVERLAP_MILLISECONDS = 60_000;
/** Requests of a pass that compare ends of chains, in turn. */
const ENDS_REQUESTS_A_PASS = 2;
const SAVE_EVERY_LINES = 500;

const chainOf = ({ organization }: AuditEntry): string => organization?.id ?? OF_PARTNER;

/**
 * An entry can be committed after others that are newer, and no list by time shows it then. But
 * each chain is unbroken: one whose end is not what was written has something new, and says what
 * came before it.
 */
export class AuditFollower {
  readonly #client: Client;
  readonly #state: AuditState;
  readonly #sink: AuditSink;
  readonly #partner: string;
  /** Whose ends are compared next; read again when it is empty. */
  #toCompare: string[] = [];
  #unsaved = 0;

  private constructor(client: Client, state: AuditState, sink: AuditSink, partner: string) {
    this.#client = client;
    this.#state = state;
    this.#sink = sink;
    this.#partner = partner;
  }

  static async of(client: Client, state: AuditState, sink: AuditSink): Promise<AuditFollower> {
    const { viewer } = await readViewer(client);
    return new AuditFollower(client, state, sink, viewer.partner);
  }

  /** All chains to their ends: at the start, and after an interruption however long. */
  async readAll(end: AbortSignal): Promise<void> {
    await this.#continueChain(OF_PARTNER);
    this.#toCompare = await readOrganizations(this.#client);
    while (this.#toCompare.length > 0 && !end.aborted) await this.#compareEnds();
    await this.#save();
  }

  /** What came since, and whether some other chains are at their ends. */
  async pass(end: AbortSignal): Promise<void> {
    for (const chain of await this.#recentChains()) {
      if (end.aborted) break;
      await this.#continueChain(chain);
    }
    if (this.#toCompare.length === 0) {
      await this.#continueChain(OF_PARTNER);
      this.#toCompare = await readOrganizations(this.#client);
    }
    for (let request = 0; request < ENDS_REQUESTS_A_PASS && !end.aborted; request += 1)
      await this.#compareEnds();
    await this.#save();
  }

  /** Chains with an entry of late that was not written, the oldest first. */
  async #recentChains(): Promise<string[]> {
    const last = this.#state.newestAt ?? this.#state.since;
    const since = last && new Date(Date.parse(last) - OVERLAP_MILLISECONDS).toISOString();
    const newest = new Map<string, string>();
    for await (const entry of readEntries(this.#client, { since })) {
      const chain = chainOf(entry);
      // The newest entry of a chain comes first.
      if (!newest.has(chain)) newest.set(chain, entry.hash);
    }
    return [...newest]
      .filter(([chain, hash]) => this.#state.markOf(chain)?.hash !== hash)
      .map(([chain]) => chain)
      .reverse();
  }

  async #compareEnds(): Promise<void> {
    const some = this.#toCompare.splice(0, ENDS_A_REQUEST);
    if (some.length === 0) return;
    for (const [organization, last] of await readEnds(this.#client, some)) {
      const { since } = this.#state;
      const mark = this.#state.markOf(organization);
      if (!mark && since !== null && last.at < since) this.#state.move(organization, last);
      else if (mark?.hash !== last.hash) await this.#continueChain(organization);
    }
  }

  /** Writes what the chain has after its last entry that was written. */
  async #continueChain(chain: string): Promise<void> {
    const mark = this.#state.markOf(chain);
    const entries = await this.#entriesAfter(chain, mark);
    const [first] = entries;
    if (!first) return;
    // From a given time on, it begins where it begins.
    const before = mark?.hash ?? (this.#state.since === null ? ZEROS : first.previousHash);
    if (!continues(entries, before)) {
      // Deleted while it was read: the partner's own history says so, and where it ended.
      if (await this.#isDeleted(chain)) return;
      verifyLinks(chain, entries, before);
    }
    for (let from = 0; from < entries.length; from += SAVE_EVERY_LINES) {
      const some = entries.slice(from, from + SAVE_EVERY_LINES);
      await this.#sink.write(some.map((entry) => auditLine(entry, this.#partner)).join(''));
      this.#state.move(chain, some.at(-1)!);
      this.#unsaved += some.length;
      if (this.#unsaved >= SAVE_EVERY_LINES) await this.#save();
    }
  }

  /** In the order of the chain. Its times never go back, so nothing of it is before the mark. */
  async #entriesAfter(chain: string, mark: ChainMark | null): Promise<AuditEntry[]> {
    const since = mark?.at ?? this.#state.since;
    const filter = chain === OF_PARTNER ? { since } : { since, organizationId: chain };
    const found: AuditEntry[] = [];
    for await (const entry of readEntries(this.#client, filter)) {
      if (chainOf(entry) !== chain) continue;
      if (entry.hash === mark?.hash) break;
      found.push(entry);
    }
    return found.reverse();
  }

  /** An organization's history begins with it and is never empty. */
  async #isDeleted(chain: string): Promise<boolean> {
    return chain !== OF_PARTNER && (await readEnds(this.#client, [chain])).size === 0;
  }

  async #save(): Promise<void> {
    await this.#state.save();
    this.#unsaved = 0;
  }
}

/** Whether each entry follows the one before it. */
const continues = (entries: readonly AuditEntry[], before: string): boolean =>
  entries.every((entry, index) => entry.previousHash === (entries[index - 1]?.hash ?? before));

/** @throws CliError where an entry doesn't follow the one before it */
function verifyLinks(chain: string, entries: readonly AuditEntry[], before: string): void {
  let hash = before;
  for (const entry of entries) {
    if (entry.previousHash !== hash)
      throw new CliError(
        EXIT.failed,
        `The history of ${chain} does not continue what was written: entry ${entry.id} follows another one.`,
        {
          hint:
            'The database was restored from a backup, or history was changed. ' +
            'See `keyway history verify`. Where it was restored: keep this state, and follow with ' +
            'another --state, --since the time that the entry databaseRestored says.',
        },
      );
    hash = entry.hash;
  }
}
