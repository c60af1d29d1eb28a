// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Tip } from './Tip.tsx';

afterEach(cleanup);

function open() {
  render(
    <Tip text="Exactly">
      <button type="button">about</button>
    </Tip>,
  );
  const button = screen.getByRole('button');
  // jsdom knows no keyboard modality.
  vi.spyOn(button, 'matches').mockImplementation((selector) => selector === ':focus-visible');
  return { button, tip: () => screen.queryByRole('tooltip', { hidden: true })?.textContent };
}

describe('a tooltip', () => {
  it('is shown while the keyboard’s focus is there, and Escape hides it', () => {
    const { button, tip } = open();
    act(() => button.focus());
    expect(tip()).toBe('Exactly');
    fireEvent.keyDown(button, { key: 'Escape' });
    expect(tip()).toBeUndefined();
    act(() => button.blur());
    act(() => button.focus());
    expect(tip()).toBe('Exactly');
    act(() => button.blur());
    expect(tip()).toBeUndefined();
  });

  it('is shown after the pointer has rested, until it leaves or the page is scrolled', async () => {
    const { button, tip } = open();
    fireEvent.pointerEnter(button, { pointerType: 'mouse' });
    expect(tip()).toBeUndefined();
    await expect.poll(tip).toBe('Exactly');
    fireEvent.scroll(document);
    await expect.poll(tip).toBeUndefined();
    fireEvent.pointerEnter(button, { pointerType: 'mouse' });
    await expect.poll(tip).toBe('Exactly');
    fireEvent.pointerLeave(button);
    await expect.poll(tip).toBeUndefined();
  });
});
