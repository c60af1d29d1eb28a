// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { Tabs } from './Tabs.tsx';

afterEach(cleanup);

function open() {
  render(
    <Tabs
      label="Ways"
      tabs={['One', 'Two', 'Three'].map((name) => ({ id: name, name, content: `${name}!` }))}
    />,
  );
  const focused = () => document.activeElement?.textContent;
  return { person: userEvent.setup(), panel: () => screen.getByRole('tabpanel'), focused };
}

describe('tabs', () => {
  it('show the first one, then the one that is clicked', async () => {
    const { person, panel } = open();
    expect(panel().textContent).toBe('One!');
    await person.click(screen.getByRole('tab', { name: 'Three' }));
    expect(panel().textContent).toBe('Three!');
    expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Three');
    expect(screen.getByRole('tabpanel', { name: 'Three' })).toBe(panel());
  });

  it('are one tab stop, in which arrow keys, Home and End choose', async () => {
    const { person, panel, focused } = open();
    await person.tab();
    expect(focused()).toBe('One');
    for (const [key, name] of [
      ['{ArrowRight}', 'Two'],
      ['{ArrowLeft}{ArrowLeft}', 'Three'],
      ['{ArrowRight}', 'One'],
      ['{End}', 'Three'],
      ['{Home}', 'One'],
    ] as const) {
      await person.keyboard(key);
      expect(focused()).toBe(name);
      expect(panel().textContent).toBe(`${name}!`);
    }
    await person.tab();
    expect(focused()).not.toMatch(/^(One|Two|Three)$/);
  });
});
