/** A list that others add to while it is read: what one reads stays where it is. */
import { Component, createRef } from 'react';
import type { ReactNode } from 'react';

interface Held {
  row: Element;
  top: number;
  scroller: Element;
}

const scrolls = (element: Element): boolean =>
  ['auto', 'scroll'].includes(getComputedStyle(element).overflowY);

function findScroller(box: Element): Element {
  for (let at = box.parentElement; at; at = at.parentElement) if (scrolls(at)) return at;
  return document.documentElement;
}

/** The first row in sight; none at the top of the page, where news is read, if no row is used. */
function findHeld(box: Element): Held | null {
  const scroller = findScroller(box);
  const isUsed =
    box.contains(document.activeElement) || box.querySelector('li [aria-expanded=true]');
  if (scroller.scrollTop <= 0 && !isUsed) return null;
  const start = scroller === document.documentElement ? 0 : scroller.getBoundingClientRect().top;
  for (const row of box.querySelectorAll('li')) {
    const { top, bottom } = row.getBoundingClientRect();
    if (bottom > start) return { row, top, scroller };
  }
  return null;
}

/** Browsers do the same only where the page is scrolled, and not all of them. */
export class SteadyRows extends Component<{ children: ReactNode }> {
  private readonly box = createRef<HTMLDivElement>();

  override getSnapshotBeforeUpdate(): Held | null {
    return this.box.current && findHeld(this.box.current);
  }

  override componentDidUpdate(_props: unknown, _state: unknown, held: Held | null): void {
    if (!held?.row.isConnected) return;
    const { row, top, scroller } = held;
    const moved = row.getBoundingClientRect().top - top;
    if (moved !== 0) scroller.scrollTop += moved;
  }

  override render(): ReactNode {
    return <div ref={this.box}>{this.props.children}</div>;
  }
}
