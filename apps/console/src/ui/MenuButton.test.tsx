// @vitest-environment jsdom
import '../testing/browser.ts';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { IntlProvider } from 'react-intl';
import { afterEach, describe, expect, it } from 'vitest';
import { englishTexts } from '../testing/allTexts.ts';
import { MenuButton } from './MenuButton.tsx';

configure({ asyncUtilTimeout: 120_000 });
afterEach(cleanup);

const CHOICES = [
  { id: 'a', name: 'First' },
  { id: 'b', name: 'Second' },
] as const;

function open() {
  const chosen: string[] = [];
  render(
    <IntlProvider locale="en" messages={englishTexts}>
      <MenuButton label="Order" choices={CHOICES} onChoose={(id) => chosen.push(id)}>
        x
      </MenuButton>
    </IntlProvider>,
  );
  const button = () => screen.getByRole('button', { name: 'Order', hidden: true });
  return { person: userEvent.setup(), chosen, button };
}

describe('a button whose menu is loaded when it is pressed', () => {
  it('says that it has a menu before that is loaded', () => {
    const { button } = open();
    expect(button().getAttribute('aria-haspopup')).toBe('menu');
    expect(button().getAttribute('aria-expanded')).toBe('false');
  });

  it('opens by the keyboard, chooses, and gives the focus back each time', async () => {
    const { person, chosen, button } = open();
    await person.tab();
    expect(document.activeElement).toBe(button());
    for (const expected of [['b'], ['b', 'b']]) {
      await person.keyboard('{Enter}');
      await screen.findByRole('menu');
      await person.keyboard('{End}{Enter}');
      await expect.poll(() => chosen).toEqual(expected);
      await expect.poll(() => document.activeElement === button()).toBe(true);
    }
  });

  it('closes by Escape without a choice', async () => {
    const { person, chosen, button } = open();
    await person.click(button());
    await screen.findByRole('menu');
    await person.keyboard('{Escape}');
    await expect.poll(() => screen.queryByRole('menu')).toBeNull();
    await expect.poll(() => document.activeElement === button()).toBe(true);
    expect(chosen).toEqual([]);
  });
});
