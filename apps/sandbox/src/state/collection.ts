/**
 * A keyed set of records that writes itself to the journal and can be read by one group (such as
 * all vaults of a subscription), so that no request has to walk over every customer.
 */
import type { Change, Journal } from './journal.ts';

/**
 * Records of one kind. Values are replaced, never changed in place: what `get` gives is not to be
 * altered.
 */
export class Collection<Value> {
  readonly kind: string;
  private readonly journal: Journal;
  private readonly groupOf: (value: Value) => string;
  private readonly records = new Map<string, Value>();
  private readonly groups = new Map<string, Set<string>>();

  /**
   * @param groupOf The group a record belongs to; groups and identifiers are compared
   *   case-insensitively, as Azure does (KID-07).
   */
  constructor(journal: Journal, kind: string, groupOf: (value: Value) => string = () => '') {
    this.journal = journal;
    this.kind = kind;
    this.groupOf = groupOf;
  }

  get(id: string): Value | undefined {
    return this.records.get(id.toLowerCase());
  }

  get size(): number {
    return this.records.size;
  }

  values(): Value[] {
    return [...this.records.values()];
  }

  /** The records of one group, oldest first. */
  group(name: string): Value[] {
    return this.groupIds(name).map((id) => this.records.get(id)!);
  }

  groupIds(name: string): string[] {
    return [...(this.groups.get(name.toLowerCase()) ?? [])];
  }

  put(id: string, value: Value): void {
    this.restore(id.toLowerCase(), value);
    this.journal.record(this.kind, id.toLowerCase(), value);
  }

  delete(id: string): void {
    if (!this.records.has(id.toLowerCase())) return;
    this.restore(id.toLowerCase(), null);
    this.journal.record(this.kind, id.toLowerCase(), null);
  }

  /** Applies a change read from the journal without writing it again. */
  restore(id: string, value: Value | null): void {
    const before = this.records.get(id);
    const groupBefore = before === undefined ? undefined : this.groupOf(before).toLowerCase();
    const groupAfter = value === null ? undefined : this.groupOf(value).toLowerCase();
    if (groupBefore !== undefined && groupBefore !== groupAfter)
      this.groups.get(groupBefore)?.delete(id);
    if (value === null) {
      this.records.delete(id);
      return;
    }
    this.records.set(id, value);
    const members = this.groups.get(groupAfter!) ?? new Set<string>();
    members.add(id);
    this.groups.set(groupAfter!, members);
  }

  /** Everything that holds, for {@link Journal.compact}. */
  changes(): Change[] {
    return [...this.records].map(([id, value]) => ({ kind: this.kind, id, value }));
  }
}
