/**
 * All rows of the matrix, outside React and outside the Apollo cache: ten thousand rows are loaded
 * page by page and changed in batches, and a change must cost the same however many there are.
 */
import { oldestWaitOf } from './matrixRows.ts';
import type { MatrixRow, MatrixRun } from './matrixRows.ts';

export interface OrganizationNode {
  id: string;
  name: string;
  imsOrgId: string;
  currentRun?: MatrixRun | null;
}
export interface OrganizationPage {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  nodes: readonly OrganizationNode[];
}
export type RunChange = MatrixRun & {
  organization: { id: string; name: string; imsOrgId: string };
};

export interface PortfolioSnapshot {
  rows: readonly MatrixRow[];
  /** Of the server; undefined until the first page is there. */
  total?: number;
  state: 'loading' | 'complete' | 'failed';
  error?: unknown;
}

function toRow(
  organization: { id: string; name: string; imsOrgId: string },
  run: MatrixRun | null,
): MatrixRow {
  return {
    organizationId: organization.id,
    name: organization.name,
    imsOrgId: organization.imsOrgId,
    run,
    oldestWait: oldestWaitOf(run),
  };
}

/**
 * While pages arrive, rows are shown again when there are this many times as many: drawing all of
 * them costs no more than twice the last.
 */
const GROWTH = 1.5;

export class PortfolioStore {
  private rows = new Map<string, MatrixRow>();
  /**
   * What the load under way has read so far; events reach it too, or the end of the load would undo
   * them.
   */
  private coming = this.rows;
  private snapshot: PortfolioSnapshot = { rows: [], state: 'loading' };
  private readonly listeners = new Set<() => void>();
  private loading = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): PortfolioSnapshot => this.snapshot;

  /**
   * Loads every page in order; the first load shows rows as they come, at once and then in growing
   * steps, a later one replaces them when it is through. A load that is overtaken by another stops.
   */
  async load(page: (after: string | undefined) => Promise<OrganizationPage>): Promise<void> {
    const me = ++this.loading;
    const isFirst = this.snapshot.state !== 'complete';
    const loaded = new Map<string, MatrixRow>();
    this.coming = loaded;
    if (isFirst) this.publish({ ...this.snapshot, state: 'loading', error: undefined });
    try {
      let shown = 0;
      let next = page(undefined);
      for (;;) {
        const { totalCount, pageInfo, nodes } = await next;
        if (me !== this.loading) return;
        for (const node of nodes) {
          // An event may have put the row in already: deleted first, it stands where the server has
          // it.
          loaded.delete(node.id);
          loaded.set(node.id, this.newer(toRow(node, node.currentRun ?? null)));
        }
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) {
          this.replace(loaded, totalCount, 'complete');
          return;
        }
        // Asked for before the rows are drawn, so that server and browser work at the same time.
        next = page(pageInfo.endCursor);
        next.catch(() => undefined);
        if (!isFirst || loaded.size < shown * GROWTH) continue;
        shown = loaded.size;
        this.replace(loaded, totalCount, 'loading');
      }
    } catch (error) {
      if (me === this.loading)
        this.publish({ ...this.snapshot, state: isFirst ? 'failed' : 'complete', error });
    }
  }

  /**
   * Takes a batch of changes; an older version than the one shown is dropped. A run of an
   * organization not seen yet adds its row.
   */
  apply(changes: readonly RunChange[]): void {
    let changed = false;
    for (const { organization, ...run } of changes) {
      const shown = this.rows.get(organization.id);
      if (shown?.run?.id === run.id && shown.run.version >= run.version) continue;
      const row = toRow(organization, run);
      this.rows.set(organization.id, row);
      this.coming.set(organization.id, row);
      changed = true;
    }
    if (changed) this.publish({ ...this.snapshot, rows: [...this.rows.values()] });
  }

  /** A page may have been read before an event that has already been applied. */
  private newer(row: MatrixRow): MatrixRow {
    const shown = this.rows.get(row.organizationId);
    return shown?.run &&
      row.run &&
      shown.run.id === row.run.id &&
      shown.run.version > row.run.version
      ? shown
      : row;
  }

  private replace(
    rows: Map<string, MatrixRow>,
    total: number,
    state: PortfolioSnapshot['state'],
  ): void {
    this.rows = rows;
    this.publish({ rows: [...rows.values()], total, state });
  }

  private publish(snapshot: PortfolioSnapshot): void {
    this.snapshot = snapshot;
    for (const listener of this.listeners) listener();
  }
}
