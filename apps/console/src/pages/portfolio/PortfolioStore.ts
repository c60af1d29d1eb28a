/**
 * All rows of the matrix, outside React and the Apollo cache: ten thousand rows load page by page,
 * and the cost of a change must not depend on their number.
 */
import { findWaitStart } from '../../features/work/findWaitStart.ts';
import { compareNames } from './compareNames.ts';
import { delayUntil, nextEnd, withoutEnded } from './coolingOffEnd.ts';
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
  /** From the server; undefined until the first page is loaded. */
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
    oldestWait: findWaitStart(run),
  };
}

/** The last rows, which were added, are moved to where the server has them by name. */
function withLastAtTheirPlaces(
  rows: ReadonlyMap<string, MatrixRow>,
  added: number,
): Map<string, MatrixRow> {
  const all = [...rows.values()];
  for (const row of all.splice(-added)) {
    const place = all.findIndex((other) => compareNames(other.name, row.name) > 0);
    all.splice(place < 0 ? all.length : place, 0, row);
  }
  return new Map(all.map((row) => [row.organizationId, row]));
}

/**
 * While pages load, rows are published each time their number has grown by this factor. Rendering
 * all steps then costs no more than three times the last.
 */
const GROWTH_FACTOR = 1.5;

export class PortfolioStore {
  private rows = new Map<string, MatrixRow>();
  /** Rows of the current load. Events change them too, or the end of the load would undo them. */
  private loadedRows = this.rows;
  private snapshot: PortfolioSnapshot = { rows: [], state: 'loading' };
  private readonly listeners = new Set<() => void>();
  private currentLoad = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly onEnded: () => void;

  /** @param onEnded called when a cooling-off is over, which no change of a run announces */
  constructor(onEnded: () => void = () => undefined) {
    this.onEnded = onEnded;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getSnapshot = (): PortfolioSnapshot => this.snapshot;

  /**
   * Loads every page in order. The first load publishes rows in growing steps; a later one replaces
   * them at its end. A newer load stops an older one.
   */
  async load(page: (after: string | undefined) => Promise<OrganizationPage>): Promise<void> {
    const load = ++this.currentLoad;
    const isFirst = this.snapshot.state !== 'complete';
    const loaded = new Map<string, MatrixRow>();
    this.loadedRows = loaded;
    if (isFirst) this.publish({ ...this.snapshot, state: 'loading', error: undefined });
    try {
      let shown = 0;
      let next = page(undefined);
      for (;;) {
        const { totalCount, pageInfo, nodes } = await next;
        if (load !== this.currentLoad) return;
        for (const node of nodes) {
          // An event may have added the row already. Deleting it first keeps the server's order.
          loaded.delete(node.id);
          loaded.set(node.id, this.pickNewer(toRow(node, node.currentRun ?? null)));
        }
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) {
          this.replace(loaded, totalCount, 'complete');
          return;
        }
        // Requested before the rows render, so that server and browser work in parallel.
        next = page(pageInfo.endCursor);
        next.catch(() => undefined);
        if (!isFirst || loaded.size < shown * GROWTH_FACTOR) continue;
        shown = loaded.size;
        this.replace(loaded, totalCount, 'loading');
      }
    } catch (error) {
      if (load === this.currentLoad)
        this.publish({ ...this.snapshot, state: isFirst ? 'failed' : 'complete', error });
    }
  }

  /**
   * Applies a batch of changes and ignores older versions than the current one. A run of an unknown
   * organization adds a row, among loaded ones at its place by name.
   */
  apply(changes: readonly RunChange[]): void {
    const before = this.rows.size;
    let changed = false;
    for (const { organization, ...run } of changes) {
      const shown = this.rows.get(organization.id);
      if (shown?.run?.id === run.id && shown.run.version >= run.version) continue;
      const row = toRow(organization, run);
      this.rows.set(organization.id, row);
      this.loadedRows.set(organization.id, row);
      changed = true;
    }
    if (!changed) return;
    const added = this.rows.size - before;
    if (added === 0 || this.snapshot.state !== 'complete') {
      this.publish({ ...this.snapshot, rows: [...this.rows.values()] });
      return;
    }
    const isLoaded = this.loadedRows === this.rows;
    this.rows = withLastAtTheirPlaces(this.rows, added);
    if (isLoaded) this.loadedRows = this.rows;
    const total = (this.snapshot.total ?? before) + added;
    this.publish({ ...this.snapshot, rows: [...this.rows.values()], total });
  }

  /** A page can be older than an event that has been applied. */
  private pickNewer(row: MatrixRow): MatrixRow {
    const shown = this.rows.get(row.organizationId);
    return shown?.run &&
      row.run &&
      shown.run.id === row.run.id &&
      shown.run.version > row.run.version
      ? shown
      : row;
  }

  /** Shows what waited for the time alone as what it is after it. */
  private endCoolingOffs(): void {
    for (const row of this.rows.values()) {
      const run = row.run && withoutEnded(row.run, Date.now());
      if (!run || run === row.run) continue;
      this.rows.set(row.organizationId, { ...row, run });
      this.loadedRows.set(row.organizationId, { ...row, run });
    }
    this.publish({ ...this.snapshot, rows: [...this.rows.values()] });
    this.onEnded();
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
    clearTimeout(this.timer);
    const end = nextEnd(snapshot.rows);
    if (end !== null) this.timer = setTimeout(() => this.endCoolingOffs(), delayUntil(end));
    for (const listener of this.listeners) listener();
  }
}
