/** `keyway audit follow`: nothing lost and nothing skipped, whatever the order of commits. */
import { createHash } from 'node:crypto';
import {
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
  appendFileSync,
  existsSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashedText, sha256 } from '@keyway/evidence';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { anOrganization, aPage, errors, fakeKeyway, VIEWER } from './testing/fakeKeyway.ts';
import { buildKeyway, keyway, start } from './testing/keyway.ts';

beforeAll(buildKeyway);

const folder = mkdtempSync(join(tmpdir(), 'keyway-audit-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Entry {
  id: string;
  at: string;
  organization: { id: string; name: string; imsOrgId: string } | null;
  hash: string;
  [field: string]: unknown;
}

const ORGANIZATIONS = ['Contoso', 'Fabrikam', 'Tailspin'].map(anOrganization);
const [CONTOSO, FABRIKAM] = ORGANIZATIONS;
const T0 = Date.parse('2026-11-28T09:00:00Z');

/** Chains as Keyway writes them; what is not committed yet is in no answer. */
class History {
  readonly committed: Entry[] = [];
  /** Called before a page is read. */
  onPage: (of: { organizationId?: string; after: string | null }) => void = () => undefined;
  readonly #ends = new Map<string | null, string>();
  #count = 0;

  /** Written under the lock of its chain, at so many seconds. */
  write(organization: (typeof ORGANIZATIONS)[number] | null, seconds: number): Entry {
    const previous = this.#ends.get(organization?.id ?? null) ?? '0'.repeat(64);
    const at = new Date(T0 + seconds * 1000).toISOString();
    const id = `entry-${(this.#count += 1)}`;
    const hashed = {
      ...{ actor: 'Ana', at, data: { n: this.#count }, id, kind: 'noteAdded' },
      ...{ organization: organization?.id ?? null, previous, principal: 'member:1', run: null },
    };
    const hash = createHash('sha256').update(hashedText(hashed)).digest('hex');
    this.#ends.set(organization?.id ?? null, hash);
    const shown = organization && {
      ...{ id: organization.id, name: organization.name, imsOrgId: organization.imsOrgId },
    };
    return {
      ...{ id, at, kind: 'noteAdded', actor: 'Ana', principal: 'member:1', summary: 'A note' },
      ...{ organization: shown, run: null, data: { n: this.#count }, hash, previousHash: previous },
    };
  }

  add(...given: Parameters<History['write']>): Entry {
    const entry = this.write(...given);
    this.committed.push(entry);
    return entry;
  }

  /** As if there had never been one. */
  delete({ id }: (typeof ORGANIZATIONS)[number]): void {
    const left = this.committed.filter(({ organization }) => organization?.id !== id);
    this.committed.splice(0, Infinity, ...left);
  }

  /** Newest first, as the API lists them. */
  list({ organizationId, since }: { organizationId?: string; since?: string | null }): Entry[] {
    return this.committed
      .filter(({ organization }) => !organizationId || organization?.id === organizationId)
      .filter(({ at }) => !since || at >= since)
      .sort((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  }
}

async function serve(history: History, isDown: () => boolean = () => false) {
  const whenUp = (answer: () => unknown) => () =>
    isDown() ? errors('SERVICE_UNAVAILABLE', 'Later.', 503, { 'retry-after': '0' }) : answer();
  return fakeKeyway({
    CliViewer: () => VIEWER,
    AuditOrganizations: whenUp(() => ({ organizations: aPage(ORGANIZATIONS) })),
    TailHistory: ({ variables }) =>
      whenUp(() => {
        const { first, after, filter } = variables as {
          first: number;
          after: string | null;
          filter: Parameters<History['list']>[0];
        };
        history.onPage({ ...filter, after });
        const all = history.list(filter);
        const from = after ? all.findIndex(({ id }) => id === after) + 1 : 0;
        const nodes = all.slice(from, from + Math.min(first, 3));
        const hasMore = from + nodes.length < all.length;
        return { history: aPage(nodes, hasMore ? (nodes.at(-1)?.id ?? null) : null) };
      })(),
    AuditEnds: ({ variables }) =>
      whenUp(() =>
        Object.fromEntries(
          Object.entries(variables).map(([name, organizationId]) => [
            name,
            { nodes: history.list({ organizationId: organizationId as string }).slice(0, 1) },
          ]),
        ),
      )(),
  });
}

let places = 0;
const place = () => {
  places += 1;
  return { state: join(folder, `${places}.json`), output: join(folder, `${places}.jsonl`) };
};
type Place = ReturnType<typeof place>;

const argsOf = ({ state, output }: Place) => [
  ...['audit', 'follow', '--state', state, '--output', output, '--every', '1s'],
];
interface Line {
  id: string;
  time: string;
  hash: string;
  previousHash: string;
  organization: { id: string } | null;
  run: string | null;
  actor: string;
  principal: string;
  kind: string;
  data: unknown;
}
const linesOf = ({ output }: Place): Line[] =>
  existsSync(output)
    ? readFileSync(output, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith('{') && line.endsWith('}'))
        .map((line) => JSON.parse(line) as Line)
    : [];
const idsOf = (at: Place): string[] => linesOf(at).map(({ id }) => id);
const sorted = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id).sort();

function following(env: Record<string, string>, at: Place) {
  const running = start(argsOf(at), { env });
  onTestFinished(() => void running.child.kill('SIGKILL'));
  return running;
}

describe('keyway audit follow', () => {
  test('writes everything once, each line verifiable, and continues after a restart', async () => {
    const history = new History();
    for (let second = 0; second < 10; second += 1)
      history.add([CONTOSO!, FABRIKAM!, null][second % 3]!, second);
    const { env } = await serve(history);
    const at = place();
    const once = await keyway([...argsOf(at), '--once'], { env });
    expect([once.code, once.stderr]).toEqual([0, '']);
    history.add(CONTOSO!, 20);
    expect((await keyway([...argsOf(at), '--once'], { env })).code).toBe(0);
    expect((await keyway([...argsOf(at), '--once'], { env })).code).toBe(0);
    expect(idsOf(at).sort()).toEqual(sorted(history.committed));
    const ends = new Map<string | undefined, string>();
    for (const line of linesOf(at)) {
      const { time, actor, principal, kind, data, id, run, organization, hash } = line;
      const previous = ends.get(organization?.id) ?? '0'.repeat(64);
      const hashed = {
        ...{ actor, at: time, data, id, kind, run, principal, previous },
        organization: organization?.id ?? null,
      };
      expect(sha256(hashedText(hashed))).toBe(hash);
      ends.set(organization?.id, hash);
    }
  });

  test('finds an entry that is committed late, long after newer ones', async () => {
    const history = new History();
    history.add(CONTOSO!, 0);
    history.add(FABRIKAM!, 1);
    const { env } = await serve(history);
    const at = place();
    following(env, at);
    await expect.poll(() => idsOf(at).length).toBe(2);
    // Written first, in a transaction that lasts; meanwhile others continue for an hour.
    const late = history.write(FABRIKAM!, 10);
    for (let minute = 1; minute <= 60; minute += 10) history.add(CONTOSO!, minute * 60);
    await expect.poll(() => idsOf(at).length).toBe(8);
    history.committed.push(late);
    await expect.poll(() => idsOf(at)).toContain(late.id);
    // And one that follows it in its chain.
    const next = history.add(FABRIKAM!, 3700);
    await expect.poll(() => idsOf(at)).toContain(next.id);
    expect(idsOf(at).sort()).toEqual(sorted(history.committed));
  });

  test('writes what came before the newest of a chain, also where it was committed with it', async () => {
    const history = new History();
    history.add(CONTOSO!, 0);
    const { env } = await serve(history);
    const at = place();
    following(env, at);
    await expect.poll(() => idsOf(at).length).toBe(1);
    // The window by time has the last of them alone.
    const both = [history.write(CONTOSO!, 10), history.write(CONTOSO!, 4000)];
    history.committed.push(...both);
    await expect.poll(() => idsOf(at)).toEqual(['entry-1', ...both.map(({ id }) => id)]);
  });

  test('killed at any time: nothing is lost, and what is repeated has its ID', async () => {
    const history = new History();
    for (let second = 0; second < 30; second += 1)
      history.add([CONTOSO!, FABRIKAM!][second % 2]!, second);
    const { env } = await serve(history);
    const at = place();
    for (let killed = 0; killed < 4; killed += 1) {
      const { child, end } = following(env, at);
      const before = idsOf(at).length;
      await expect.poll(() => idsOf(at).length).toBeGreaterThan(before);
      child.kill('SIGKILL');
      await end;
      // The disk has half of a line, and the state not yet what follows.
      appendFileSync(at.output, '{"source":"keyway","ti');
      history.add(FABRIKAM!, 100 + killed);
    }
    expect((await keyway([...argsOf(at), '--once'], { env })).code).toBe(0);
    expect([...new Set(idsOf(at))].sort()).toEqual(sorted(history.committed));
  });

  test('waits while Keyway is away', async () => {
    const history = new History();
    history.add(CONTOSO!, 0);
    let isDown = false;
    const { env, asked } = await serve(history, () => isDown);
    const at = place();
    const { ended } = following(env, at);
    await expect.poll(() => idsOf(at).length).toBe(1);
    isDown = true;
    const requests = asked.length;
    await expect.poll(() => asked.length).toBeGreaterThan(requests + 5);
    history.add(CONTOSO!, 5);
    isDown = false;
    await expect.poll(() => idsOf(at).length).toBe(2);
    expect(ended.code).toBeNull();
  });

  test('ends where a chain does not continue what it wrote', async () => {
    const history = new History();
    history.add(CONTOSO!, 0);
    history.add(CONTOSO!, 1);
    const at = place();
    const before = await serve(history);
    expect((await keyway([...argsOf(at), '--once'], { env: before.env })).code).toBe(0);
    // A backup without the last entry, and what was written since.
    const restored = new History();
    restored.add(CONTOSO!, 0);
    restored.add(CONTOSO!, 2);
    const { env } = await serve(restored);
    const answer = await keyway([...argsOf(at), '--once'], { env });
    expect(answer.code).toBe(1);
    expect(answer.stderr).toContain('does not continue what was written');
    expect(idsOf(at)).toHaveLength(2);
    // As the hint says: what came since, and nothing of before twice.
    const next = { ...at, state: `${at.state}.restored` };
    const since = ['--since', new Date(T0 + 1_500).toISOString(), '--once'];
    const again = await keyway([...argsOf(next), ...since], { env });
    expect([again.code, answer.stderr.includes('another --state')]).toEqual([0, true]);
    expect(idsOf(at)).toHaveLength(3);
  });

  test('goes past an organization that is deleted, also while its history is read', async () => {
    const history = new History();
    for (let second = 0; second < 7; second += 1) history.add(CONTOSO!, second);
    history.add(FABRIKAM!, 0);
    const { env } = await serve(history);
    const at = place();
    history.onPage = ({ organizationId, after }) => {
      if (organizationId === CONTOSO!.id && after !== null) history.delete(CONTOSO!);
    };
    const once = await keyway([...argsOf(at), '--once'], { env });
    expect([once.code, once.stderr, idsOf(at)]).toEqual([0, '', ['entry-8']]);
    // One whose history was written already, and the partner's entry that records it.
    history.delete(FABRIKAM!);
    history.add(null, 30);
    const again = await keyway([...argsOf(at), '--once'], { env });
    expect([again.code, again.stderr, idsOf(at)]).toEqual([0, '', ['entry-8', 'entry-9']]);
  });

  test('begins at a time, and refuses a state that it can’t read', async () => {
    const history = new History();
    for (const second of [0, 10, 20]) history.add(CONTOSO!, second);
    history.add(FABRIKAM!, 0);
    const { env } = await serve(history);
    const at = place();
    const since = ['--since', new Date(T0 + 10_000).toISOString()];
    expect((await keyway([...argsOf(at), ...since, '--once'], { env })).code).toBe(0);
    expect(idsOf(at)).toEqual(['entry-2', 'entry-3']);
    const next = history.add(FABRIKAM!, 30);
    expect((await keyway([...argsOf(at), '--once'], { env })).code).toBe(0);
    expect(idsOf(at)).toEqual(['entry-2', 'entry-3', next.id]);
    writeFileSync(at.state, '{"version":1,"chains":');
    const refused = await keyway([...argsOf(at), '--once'], { env });
    expect([refused.code, idsOf(at).length]).toEqual([1, 3]);
    expect(refused.stderr).toContain('can’t be read'.replace('’', "'"));
  });
});
