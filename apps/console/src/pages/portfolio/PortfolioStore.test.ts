import { afterEach, describe, expect, it, vi } from 'vitest';
import { PortfolioStore } from './PortfolioStore.ts';
import type { OrganizationNode, OrganizationPage, RunChange } from './PortfolioStore.ts';
import { countViews } from './matrixRows.ts';
import type { MatrixRun } from './matrixRows.ts';

const run = (id: string, version: number): MatrixRun => ({
  id,
  version,
  status: 'WAITING',
  waitingOn: [],
  ...{
    owner: null,
    dueAt: null,
    overdue: false,
    coolingOffs: [],
    delays: [],
    nobodysTurnUntil: null,
    refusedTracks: [],
  },
  progress: { done: 0, total: 19 },
  tracks: [],
});
const node = (name: string, currentRun: MatrixRun | null = null): OrganizationNode => ({
  id: name,
  name,
  imsOrgId: name,
  keyHealth: { health: 'HEALTHY', since: '2026-11-25T12:00:00Z', version: 1 },
  currentRun,
});
const change = (name: string, version: number): RunChange => ({
  ...run(`run-${name}`, version),
  organization: node(name),
});

/** Pages of one organization each. */
function pages(
  ...nodes: OrganizationNode[]
): (after: string | undefined) => Promise<OrganizationPage> {
  return (after) => {
    const at = after === undefined ? 0 : Number(after);
    const hasNextPage = at + 1 < nodes.length;
    return Promise.resolve({
      totalCount: nodes.length,
      pageInfo: { hasNextPage, endCursor: String(at + 1) },
      nodes: nodes.slice(at, at + 1),
    });
  };
}

describe('a cooling-off in the matrix', () => {
  afterEach(() => void vi.useRealTimers());

  const cooling = (remainingSeconds: number, until = '2026-11-25T12:05:00.000Z'): MatrixRun => ({
    ...run('run-a', 3),
    coolingOffs: [{ track: 'AEP', step: 'SUBMISSION', until, remainingSeconds }],
    ...{ nobodysTurnUntil: until, waitingOn: [], status: 'IN_PROGRESS' },
  });
  const over: MatrixRun = { ...run('run-a', 3), status: 'IN_PROGRESS', waitingOn: ['PARTNER'] };

  it.each([
    ['right', '2026-11-25T12:00:00Z'],
    ['an hour late', '2026-11-25T11:00:00Z'],
    ['an hour early', '2026-11-25T13:00:00Z'],
  ])('is over when the server says so, while the browser’s clock is %s', async (_, now) => {
    vi.useFakeTimers({ now: new Date(now) });
    const asked: (readonly string[])[] = [];
    const store = new PortfolioStore((ids) => asked.push(ids));
    await store.load(pages(node('a', cooling(300)), node('b', run('run-b', 1))));
    const shown = () => store.getSnapshot().rows[0]?.run;
    const other = store.getSnapshot().rows[1];
    const counted = () => countViews(store.getSnapshot().rows.slice(0, 1)).PARTNER;
    await vi.advanceTimersByTimeAsync(299_000);
    expect([asked, counted()]).toEqual([[], 0]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toEqual([['run-a']]);
    // Until there is an answer, nothing is shown that the server didn't say.
    expect(shown()?.coolingOffs).toHaveLength(1);
    store.apply([{ ...over, organization: node('a') }], { again: true });
    expect(shown()).toMatchObject({ coolingOffs: [], delays: [], nobodysTurnUntil: null });
    expect(counted()).toBe(1);
    // Only the row that changed renders again.
    expect(store.getSnapshot().rows[1]).toBe(other);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it('ends as a delay does, which is asked for when it is over', async () => {
    vi.useFakeTimers();
    const until = '2026-11-25T12:05:00.000Z';
    const held: MatrixRun = {
      ...{ ...run('run-a', 3), status: 'IN_PROGRESS', waitingOn: ['SYSTEM'] },
      delays: [{ track: 'AEP', steps: ['SUBMISSION'], until, remainingSeconds: 300 }],
    };
    const asked: (readonly string[])[] = [];
    const store = new PortfolioStore((ids) => asked.push(ids));
    await store.load(pages(node('a', held)));
    await vi.advanceTimersByTimeAsync(299_000);
    expect(asked).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(asked).toEqual([['run-a']]);
    store.apply([{ ...held, delays: [], organization: node('a') }], { again: true });
    expect(store.getSnapshot().rows[0]?.run?.delays).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toHaveLength(1);
  });

  it('is asked for again where no answer came, or it still lasts', async () => {
    vi.useFakeTimers();
    let asked = 0;
    const store = new PortfolioStore(() => (asked += 1));
    await store.load(pages(node('a', cooling(5))));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(asked).toBe(1);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asked).toBe(2);
    store.apply([{ ...cooling(60), organization: node('a') }], { again: true });
    await vi.advanceTimersByTimeAsync(59_000);
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toBe(3);
    // An older version doesn't undo a newer one.
    store.apply([{ ...over, version: 4, organization: node('a') }]);
    store.apply([{ ...cooling(60), organization: node('a') }], { again: true });
    expect(store.getSnapshot().rows[0]?.run?.version).toBe(4);
  });
});

describe('PortfolioStore', () => {
  it('shows rows as pages arrive, and says when all are there', async () => {
    const store = new PortfolioStore();
    const seen: string[] = [];
    store.subscribe(() =>
      seen.push(`${store.getSnapshot().rows.length} ${store.getSnapshot().state}`),
    );
    const names = Array.from({ length: 20 }, (_, place) => String(place));
    await store.load(pages(...names.map((name) => node(name))));
    // In growing steps: drawing ten thousand rows a hundred times over would take longer than
    // reading them.
    expect(seen).toEqual([
      '0 loading',
      '1 loading',
      '2 loading',
      '3 loading',
      '5 loading',
      '8 loading',
      '12 loading',
      '18 loading',
      '20 complete',
    ]);
    expect(store.getSnapshot()).toMatchObject({ total: 20, state: 'complete' });
  });

  it('takes a batch as one change and drops what is older than what is shown', async () => {
    const store = new PortfolioStore();
    await store.load(pages(node('a', run('run-a', 5)), node('b', run('run-b', 5))));
    let notified = 0;
    store.subscribe(() => (notified += 1));
    store.apply([change('a', 4), change('b', 6), change('b', 7)]);
    expect(notified).toBe(1);
    expect(store.getSnapshot().rows.map((one) => one.run?.version)).toEqual([5, 7]);
    store.apply([change('a', 5)]);
    expect(notified).toBe(1);
  });

  it('keeps an event that overtook the page it belongs to', async () => {
    const store = new PortfolioStore();
    await store.load(pages(node('a', run('run-a', 5))));
    store.apply([change('a', 9)]);
    await store.load(pages(node('a', run('run-a', 8))));
    expect(store.getSnapshot().rows[0]?.run?.version).toBe(9);
  });

  it('keeps an event that comes while its page, already read, waits for the others', async () => {
    const store = new PortfolioStore();
    const read = pages(node('a', run('run-a', 5)), node('b'));
    await store.load(read);
    await store.load((after) => {
      if (after !== undefined) store.apply([change('a', 6), change('new', 1)]);
      return read(after);
    });
    expect(store.getSnapshot().rows.map((one) => `${one.name} ${one.run?.version}`)).toEqual([
      'a 6',
      'b undefined',
      'new 1',
    ]);
  });

  it('puts an organization that is new at its place by name, and counts it', async () => {
    const store = new PortfolioStore();
    await store.load(pages(node('Adatum'), node('Contoso'), node('Fabrikam')));
    store.apply([change('zava', 1), change('Contoso', 2), change('bellows', 1)]);
    const shown = () => store.getSnapshot().rows.map(({ name }) => name);
    expect(shown()).toEqual(['Adatum', 'bellows', 'Contoso', 'Fabrikam', 'zava']);
    expect(store.getSnapshot().total).toBe(5);
    store.apply([change('bellows', 2)]);
    expect(store.getSnapshot()).toMatchObject({ total: 5, rows: { length: 5 } });
    expect(store.getSnapshot().rows[1]?.run?.version).toBe(2);
  });

  it('moves an organization that is renamed, by the order of the server', async () => {
    const store = new PortfolioStore();
    const read = pages(
      node('Adatum', run('r', 1)),
      node('Contoso'),
      node('Fabrikam'),
      node('Zava'),
    );
    await store.load(read);
    const renamed = (name: string, version: number): RunChange => ({
      ...run('r', version),
      organization: { ...node(name), id: 'Adatum' },
    });
    const shown = () => store.getSnapshot().rows.map(({ name }) => name);
    store.apply([renamed('Ébano', 2)]);
    expect(shown()).toEqual(['Contoso', 'Fabrikam', 'Zava', 'Ébano']);
    store.apply([renamed('delta', 3)]);
    expect(shown()).toEqual(['Contoso', 'delta', 'Fabrikam', 'Zava']);
    expect(store.getSnapshot().total).toBe(4);
    // Also where its page was read before the change, and others after it.
    await store.load((after) => {
      if (after === '2') store.apply([renamed('gamma', 4)]);
      return read(after);
    });
    expect(shown()).toEqual(['Contoso', 'Fabrikam', 'gamma', 'Zava']);
  });

  it('keeps showing what it has when reading again fails, and says that a first reading failed', async () => {
    const store = new PortfolioStore();
    const fails = () => Promise.reject(new Error('unreachable'));
    await store.load(fails);
    expect(store.getSnapshot().state).toBe('failed');
    await store.load(pages(node('a')));
    await store.load(fails);
    expect(store.getSnapshot()).toMatchObject({ state: 'complete', rows: [{ name: 'a' }] });
  });

  it('stops a load that another has overtaken', async () => {
    const store = new PortfolioStore();
    const slow = store.load(pages(node('old'), node('older')));
    await store.load(pages(node('new')));
    await slow;
    expect(store.getSnapshot().rows.map((one) => one.name)).toEqual(['new']);
  });
});
