/**
 * All rows of the matrix, outside React and the Apollo cache: ten thousand rows load page by page,
 * and the cost of a change must not depend on their number.
 */
import type { HealthSummary } from '../../features/health/healthFields.ts';
import { findWaitStart } from '../../features/work/findWaitStart.ts';
import { compareNames } from '../../features/organization/compareNames.ts';
import { WaitEnds } from './waitEnds.ts';
import type { MatrixRow, MatrixRun } from './matrixRows.ts';

interface WithHealth {
  id: string;
  keyHealth: HealthSummary;
}
export interface OrganizationNode extends WithHealth {
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
  organization: WithHealth & { name: string; imsOrgId: string };
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
  health: HealthSummary,
): MatrixRow {
  return {
    organizationId: organization.id,
    name: organization.name,
    imsOrgId: organization.imsOrgId,
    health,
    run,
    oldestWait: findWaitStart(run),
  };
}

/** The rows in their order, but these at the places where the server has them by name. */
function withAtTheirPlaces(
  rows: Map<string, MatrixRow>,
  ids: ReadonlySet<string>,
): Map<string, MatrixRow> {
  if (ids.size === 0) return rows;
  const all = [...rows.values()].filter(({ organizationId }) => !ids.has(organizationId));
  for (const id of ids) {
    const row = rows.get(id);
    if (!row) continue;
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
  /** Rows of the current load that an event added or renamed, so that no page has their place. */
  private unplaced = new Set<string>();
  /** What events said of the health; a page can be older. */
  private readonly healths = new Map<string, HealthSummary>();
  private readonly listeners = new Set<() => void>();
  private currentLoad = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly waitEnds = new WaitEnds();
  private readonly onDue: (runIds: readonly string[]) => void;

  /** @param onDue called with runs of which a cooling-off is over; `apply` takes the answers */
  constructor(onDue: (runIds: readonly string[]) => void = () => undefined) {
    this.onDue = onDue;
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
    const unplaced = new Set<string>();
    this.unplaced = unplaced;
    if (isFirst) this.publish({ ...this.snapshot, state: 'loading', error: undefined });
    try {
      let shown = 0;
      let next = page(undefined);
      for (;;) {
        const { totalCount, pageInfo, nodes } = await next;
        if (load !== this.currentLoad) return;
        for (const node of nodes) {
          // An event may have added the row already. Deleting it first keeps the server's order.
          const row = this.pickNewer(toRow(node, node.currentRun ?? null, this.newerHealth(node)));
          loaded.delete(node.id);
          loaded.set(node.id, row);
          if (row.name === node.name) unplaced.delete(node.id);
          else unplaced.add(node.id);
        }
        if (!pageInfo.hasNextPage || !pageInfo.endCursor) {
          const placed = withAtTheirPlaces(loaded, unplaced);
          this.loadedRows = placed;
          this.replace(placed, totalCount, 'complete');
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

  /** Forgets every row, and what is being loaded. */
  clear(): void {
    this.currentLoad += 1;
    this.loadedRows = new Map();
    this.unplaced = new Set();
    this.healths.clear();
    this.rows = this.loadedRows;
    this.publish({ rows: [], state: 'loading' });
  }

  /**
   * Applies a batch of changes and ignores older versions than the current one. A run of an unknown
   * organization adds a row. Among loaded ones, what is new or renamed goes to its place by name.
   * @param options.again whether the same version is taken too, as it is at a later time
   */
  apply(changes: readonly RunChange[], { again = false } = {}): void {
    const before = this.rows.size;
    const moved = new Set<string>();
    let changed = false;
    for (const { organization, ...run } of changes) {
      const shown = this.rows.get(organization.id);
      const known = shown?.run?.id === run.id ? shown.run.version : -1;
      if (again ? known > run.version : known >= run.version) continue;
      const row = toRow(organization, run, this.newerHealth(organization));
      if (shown?.name !== row.name) moved.add(organization.id);
      if (this.loadedRows.get(organization.id)?.name !== row.name)
        this.unplaced.add(organization.id);
      this.rows.set(organization.id, row);
      this.loadedRows.set(organization.id, row);
      changed = true;
    }
    if (!changed) return;
    if (this.snapshot.state !== 'complete') {
      this.publish({ ...this.snapshot, rows: [...this.rows.values()] });
      return;
    }
    const isLoaded = this.loadedRows === this.rows;
    this.rows = withAtTheirPlaces(this.rows, moved);
    if (isLoaded) this.loadedRows = this.rows;
    const added = this.rows.size - before;
    const total = added > 0 ? { total: (this.snapshot.total ?? before) + added } : {};
    this.publish({ ...this.snapshot, rows: [...this.rows.values()], ...total });
  }

  /** Applies what is known of the keys of an organization; ignores what is older. */
  applyHealth(changed: WithHealth): void {
    const { id } = changed;
    const health = this.newerHealth(changed);
    const row = this.rows.get(id);
    this.healths.set(id, health);
    if (!row || row.health === health) return;
    for (const rows of new Set([this.rows, this.loadedRows])) {
      const known = rows.get(id);
      if (known) rows.set(id, { ...known, health });
    }
    this.publish({ ...this.snapshot, rows: [...this.rows.values()] });
  }

  private newerHealth({ id, keyHealth }: WithHealth): HealthSummary {
    const known = this.healths.get(id);
    return known && known.version >= keyHealth.version ? known : keyHealth;
  }

  /** A page can be older than an event that has been applied. */
  private pickNewer(row: MatrixRow): MatrixRow {
    const shown = this.rows.get(row.organizationId);
    return shown?.run &&
      row.run &&
      shown.run.id === row.run.id &&
      shown.run.version > row.run.version
      ? { ...shown, health: row.health }
      : row;
  }

  /** Asks for what waited for the time alone, and waits for the next. */
  private askForDue(): void {
    const ids = this.waitEnds.take(this.snapshot.rows);
    this.wait();
    if (ids.length > 0) this.onDue(ids);
  }

  private wait(): void {
    clearTimeout(this.timer);
    const delay = this.waitEnds.delay(this.snapshot.rows);
    if (delay !== null) this.timer = setTimeout(() => this.askForDue(), delay);
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
    this.wait();
    for (const listener of this.listeners) listener();
  }
}
