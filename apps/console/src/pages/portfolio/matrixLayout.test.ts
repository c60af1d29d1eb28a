// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { COLUMN_COUNT, findActiveCell, isTrackStart, moveCell } from './gridKeys.ts';
import { toHidden } from './keepLayout.ts';
import { COLUMN_NAMES, toLayout } from './matrixLayout.ts';

beforeEach(() => localStorage.clear());

const hiddenIn = (text: string) => toLayout({ hidden: text }).hidden;
const key = (name: string) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false });

describe('the columns of the matrix', () => {
  it('have a name each, and are all shown at first', () => {
    expect(new Set(COLUMN_NAMES).size).toBe(COLUMN_COUNT);
    expect(toLayout({}).columns).toHaveLength(COLUMN_COUNT);
    expect(toLayout({}).rowHeight).toBe(40);
    expect(toLayout({ density: 'compact' }).rowHeight).toBe(28);
  });

  it('are hidden by their names; unknown names and the organization stay out of it', () => {
    const { columns, hidden } = toLayout({ hidden: 'run,AEP.VAULT,AEP.LATER,name,none' });
    expect(columns).toHaveLength(COLUMN_COUNT - 2);
    expect(columns[0]).toBe(0);
    expect([...hidden]).toEqual(['run', 'AEP.VAULT', 'name']);
    expect(toHidden(hidden, [], true)).toBe('run,AEP.VAULT');
  });

  it('are written to the address in their order, also when all are shown', () => {
    const text = toHidden(hiddenIn('CJA.KEY'), ['health', 'run'], false);
    expect(text).toBe('run,health,CJA.KEY');
    expect(toHidden(hiddenIn(text), ['health'], true)).toBe('run,CJA.KEY');
    expect(toHidden(hiddenIn('run'), ['run'], true)).toBe('none');
    expect(toLayout({ hidden: 'none' }).columns).toHaveLength(COLUMN_COUNT);
  });

  it('are passed over by the keys where they are hidden', () => {
    const { columns } = toLayout({ hidden: 'run,work' });
    const moved = moveCell({ row: 0, column: 0 }, key('ArrowRight'), 5, 3, columns);
    expect(moved).toEqual({ row: 0, column: 3 });
    expect(moveCell({ row: 0, column: 3 }, key('ArrowLeft'), 5, 3, columns)?.column).toBe(0);
    const rows = [{ organizationId: 'a' }];
    expect(findActiveCell({ row: 0, column: 2 }, rows, columns).column).toBe(0);
  });

  it('begin CJA at the first of its columns that is shown', () => {
    const { columns } = toLayout({ hidden: 'CJA.CONNECTIONS' });
    expect(columns.filter((_, place) => isTrackStart(columns, place))).toHaveLength(1);
  });
});
