import { describe, expect, it } from 'vitest';
import { arrangeLines } from './arrangeLines.ts';

const line = (
  text: string,
  progress: 'DONE' | 'FAILING' | 'OPEN' | null = null,
  ...checks: string[]
) => ({ text, progress, checks });
const texts = (lines: { text: string }[]) => lines.map(({ text }) => text);

describe('arrangeLines', () => {
  it('keeps the order where no check covers anything', () => {
    const lines = [line('a'), line('b'), line('c')];
    expect(arrangeLines(lines, new Set())).toEqual({ toDo: lines, done: [] });
  });

  it('puts what fails after the way there and before the rest, and what is done aside', () => {
    const lines = [
      line('way'),
      line('done', 'DONE', 'a'),
      line('open', 'OPEN', 'b'),
      line('failing', 'FAILING', 'c'),
      line('hint'),
    ];
    const { toDo, done } = arrangeLines(lines, new Set(['c']));
    expect(texts(toDo)).toEqual(['way', 'failing', 'open', 'hint']);
    expect(texts(done)).toEqual(['done']);
  });

  it('shows a failing check once, at the first of its lines', () => {
    const lines = [
      line('role', 'FAILING', 'a'),
      line('member', 'FAILING', 'a', 'passed'),
      line('both', 'FAILING', 'a', 'b'),
    ];
    const { toDo } = arrangeLines(lines, new Set(['a', 'b']));
    expect(toDo.map(({ text, progress }) => [text, progress])).toEqual([
      ['role', 'FAILING'],
      ['both', 'FAILING'],
      ['member', 'OPEN'],
    ]);
  });
});
