import { describe, expect, it } from 'vitest';
import { choiceParameter, defineSearch, textParameter } from '../../routing/searchParameter.ts';
import { filtersOf, isSameSearch, readView } from './viewSearch.ts';

const parse = defineSearch({
  text: textParameter,
  status: choiceParameter(['BLOCKED', 'FAILED']),
  view: textParameter,
});

describe('filtersOf', () => {
  it('leaves out the view and what is absent', () => {
    expect(filtersOf({ text: 'x', status: undefined, sort: '', view: 'v' })).toEqual({ text: 'x' });
  });
});

describe('isSameSearch', () => {
  it('takes an absent parameter like an empty one, and ignores the view', () => {
    expect(isSameSearch({ text: 'x', view: 'a' }, { text: 'x', status: '' })).toBe(true);
    expect(isSameSearch({ text: 'x' }, { text: 'x', status: 'BLOCKED' })).toBe(false);
    expect(isSameSearch({ text: 'x', status: 'BLOCKED' }, { text: 'x' })).toBe(false);
  });
});

describe('readView', () => {
  it('reads what the page knows, and says what it does not', () => {
    expect(readView({ text: 'x', status: 'GONE', newer: true, view: 'v' }, parse)).toEqual({
      ...{ search: { text: 'x' }, unread: { status: 'GONE', newer: true } },
    });
    expect(readView({ text: 123 }, parse)).toEqual({ search: { text: '123' }, unread: {} });
  });
  it.each([null, undefined, 'x', 7])('reads nothing in %j', (stored) => {
    expect(readView(stored, parse)).toEqual({ search: {}, unread: {} });
  });
});
