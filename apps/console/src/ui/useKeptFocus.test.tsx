// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, expect, it } from 'vitest';
import '../testing/browser.ts';
import { useKeptFocus } from './useKeptFocus.ts';

afterEach(cleanup);

const nextFrames = () =>
  act(async () => {
    for (let count = 0; count < 4; count += 1)
      await new Promise((resolve) => requestAnimationFrame(resolve));
  });

function Page({ isWhole = true }: { isWhole?: boolean }) {
  useKeptFocus();
  const [isOpen, setOpen] = useState(true);
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <main>
        <h1>Contoso</h1>
        {isWhole ? (
          <section aria-label="Azure">
            {isOpen ? <button onClick={() => setOpen(false)}>Save</button> : <p>Connected</p>}
          </section>
        ) : null}
        <section aria-label="Vault">
          {isOpen ? <button onClick={() => setAsking(true)}>Attest</button> : null}
        </section>
      </main>
      {isAsking ? (
        <div role="dialog">
          <button
            onClick={() => {
              setAsking(false);
              setOpen(false);
            }}
          >
            Confirm
          </button>
        </div>
      ) : null}
    </>
  );
}

function press(name: string) {
  const button = screen.getByRole('button', { name });
  act(() => button.focus());
  act(() => button.click());
}

it('stays in the part of the page whose button disappeared', async () => {
  render(<Page />);
  press('Save');
  await nextFrames();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Azure' }));
});

it('returns from a dialog to the part that opened it, when its button is gone too', async () => {
  render(<Page />);
  press('Attest');
  press('Confirm');
  await nextFrames();
  expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Vault' }));
});

it('falls back to the whole page', async () => {
  const { rerender } = render(<Page />);
  act(() => screen.getByRole('button', { name: 'Save' }).focus());
  rerender(<Page isWhole={false} />);
  await nextFrames();
  expect(document.activeElement).toBe(screen.getByRole('main'));
});

it('leaves the focus where somebody put it, and nothing focused where nothing was', async () => {
  const { rerender } = render(<Page />);
  rerender(<Page isWhole={false} />);
  await nextFrames();
  expect(document.activeElement).toBe(document.body);
  const attest = screen.getByRole('button', { name: 'Attest' });
  act(() => attest.focus());
  rerender(<Page />);
  await nextFrames();
  expect(document.activeElement).toBe(attest);
  // A press on an empty place takes the focus away on purpose.
  act(() => attest.blur());
  rerender(<Page isWhole={false} />);
  await nextFrames();
  expect(document.activeElement).toBe(document.body);
});
