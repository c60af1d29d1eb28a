import { afterEach, expect, it, vi } from 'vitest';
import { beginLiveConnection, onReconnected, setLiveConnection } from './liveConnection.ts';

const reread = vi.fn();
afterEach(() => {
  setLiveConnection('idle');
  reread.mockClear();
  vi.restoreAllMocks();
});
onReconnected(reread);

function connectAfter(milliseconds: number): void {
  const clock = vi.spyOn(performance, 'now').mockReturnValue(0);
  beginLiveConnection();
  clock.mockReturnValue(milliseconds);
  setLiveConnection('live');
}

it('lets pages read again what changed before live updates that begin late', () => {
  connectAfter(2_001);
  expect(reread).toHaveBeenCalledOnce();
});

it('lets pages keep what they read where live updates begin soon', () => {
  connectAfter(300);
  expect(reread).not.toHaveBeenCalled();
});

it('lets pages read again where live updates resume', () => {
  setLiveConnection('reconnecting');
  connectAfter(300);
  expect(reread).toHaveBeenCalledOnce();
});
