import { describe, expect, it } from 'vitest';
import { choiceParameter, defineSearch, textParameter } from './searchParameter.ts';

const search = defineSearch({ text: textParameter, sort: choiceParameter(['name', 'wait']) });

describe('defineSearch', () => {
  it.each([
    [
      { text: 'Contoso', sort: 'wait' },
      { text: 'Contoso', sort: 'wait' },
    ],
    [{ text: 123 }, { text: '123' }],
    [{ text: true }, { text: 'true' }],
    [{ text: '', sort: 'size', foreign: 'x' }, {}],
    [{ text: ['a'], sort: { $ne: 1 } }, {}],
    [{}, {}],
  ])('reads %j as %j', (address, known) => {
    expect(search(address)).toEqual(known);
  });
});
