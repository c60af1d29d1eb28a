// @vitest-environment jsdom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { SteadyRows } from './SteadyRows.tsx';

const HEIGHT = 40;
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** Rows of one height below each other, in a page that scrolls. */
function open(names: string[]) {
  const page = (rows: string[]) => (
    <main style={{ overflowY: 'auto' }}>
      <SteadyRows>
        <button type="button" aria-expanded>
          A fold
        </button>
        <ul>
          {rows.map((name) => (
            <li key={name}>
              <button type="button">{name}</button>
            </li>
          ))}
        </ul>
      </SteadyRows>
    </main>
  );
  const view = render(page(names));
  const main = view.container.querySelector('main')!;
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    const place = [...main.querySelectorAll('li')].findIndex((row) => row === this);
    const top = place < 0 ? 0 : place * HEIGHT - main.scrollTop;
    return { top, bottom: top + HEIGHT } as DOMRect;
  });
  const topOf = (name: string) =>
    view.getByRole('button', { name }).closest('li')!.getBoundingClientRect().top;
  return { ...view, main, topOf, show: (rows: string[]) => view.rerender(page(rows)) };
}

it('stays where it is scrolled to while rows are added before', () => {
  const { main, topOf, show } = open(['c', 'd', 'e']);
  main.scrollTop = 50;
  const before = topOf('d');
  show(['a', 'b', 'c', 'd', 'e']);
  expect(topOf('d')).toBe(before);
  show(['a', 'b', 'c', 'd', 'e', 'f']);
  expect(topOf('d')).toBe(before);
});

it('reads no position at the top, also where a fold is open, because that lays the page out', () => {
  const { show } = open(['b']);
  show(['a', 'b']);
  expect(vi.mocked(Element.prototype.getBoundingClientRect)).not.toHaveBeenCalled();
});

it('shows what is new at the top, unless a row there is used', () => {
  const { main, topOf, show, getByRole } = open(['c', 'd']);
  show(['b', 'c', 'd']);
  expect(main.scrollTop).toBe(0);
  getByRole('button', { name: 'b' }).focus();
  show(['a', 'b', 'c', 'd']);
  expect(topOf('b')).toBe(0);
  expect(main.scrollTop).toBe(HEIGHT);
});
