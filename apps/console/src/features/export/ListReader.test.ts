import { describe, expect, it } from 'vitest';
import type { ListFile } from './listFile.ts';
import { ListReader } from './ListReader.ts';

const never = new AbortController().signal;
const nothing = () => undefined;

/** A list of four pages with one row each, whose third page fails so many times. */
function aList(failures: number): ListFile & { asked: (string | null)[] } {
  const asked: (string | null)[] = [];
  let left = failures;
  return {
    ...{ name: 'list', header: ['page'], asked },
    read: (after) => {
      asked.push(after);
      const page = Number(after ?? 0);
      if (page === 2 && left-- > 0) return Promise.reject(new Error('The server is away'));
      const next = page === 3 ? null : String(page + 1);
      return Promise.resolve({ rows: [[page]], next, total: 4 });
    },
  };
}

describe('the reader of a list', () => {
  it('reads every page once, and says how far it is', async () => {
    const reader = new ListReader(aList(0));
    const seen: string[] = [];
    const isRead = await reader.read(never, () => seen.push(`${reader.count}/${reader.total}`));
    expect(isRead).toBe(true);
    expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
    expect(reader.text()).toBe('\uFEFF"page"\r\n"0"\r\n"1"\r\n"2"\r\n"3"\r\n');
  });

  it('continues after a failure where it stopped: no row is twice or missing', async () => {
    const list = aList(2);
    const reader = new ListReader(list);
    await expect(reader.read(never, nothing)).rejects.toThrow('away');
    await expect(reader.read(never, nothing)).rejects.toThrow('away');
    expect(reader.count).toBe(2);
    expect(await reader.read(never, nothing)).toBe(true);
    expect(list.asked).toEqual([null, '1', '2', '2', '2', '3']);
    expect(reader.text()).toBe('\uFEFF"page"\r\n"0"\r\n"1"\r\n"2"\r\n"3"\r\n');
  });

  it('stops when it is canceled, and leaves out the page that comes too late', async () => {
    const stop = new AbortController();
    const reader = new ListReader(aList(0));
    const isRead = await reader.read(stop.signal, () => reader.count === 2 && stop.abort());
    expect(isRead).toBe(false);
    expect(reader.count).toBe(2);
  });

  it('does not read the same page forever', async () => {
    const read = () => Promise.resolve({ rows: [], next: 'x' });
    const reader = new ListReader({ name: 'list', header: [], read });
    await expect(reader.read(never, nothing)).rejects.toThrow('same page again');
  });
});
