// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openConsole } from '../../testing/openConsole.tsx';

it('lets the other tabs continue, closes its window, and says what to do where it stays', async () => {
  const close = vi.spyOn(window, 'close').mockReturnValue();
  const heard = vi.fn();
  const other = new BroadcastChannel('keyway.session');
  other.addEventListener('message', ({ data }) => heard(data));
  openConsole('/signed-in', { answers: {} });
  expect(await screen.findByRole('heading', { name: 'You are signed in' })).toBeTruthy();
  expect(screen.getByText('Close this window and continue where you were.')).toBeTruthy();
  expect(close).toHaveBeenCalledOnce();
  await expect.poll(() => heard.mock.calls).toEqual([['signedIn']]);
  other.close();
});
