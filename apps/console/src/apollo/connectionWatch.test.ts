// @vitest-environment jsdom
import { renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitOrOnline, watchNetwork } from './network.ts';
import { PING_EVERY_MILLISECONDS, PingWatch } from './pingWatch.ts';
import { onReconnected, setLiveConnection, setOffline, useUnreachable } from './liveConnection.ts';

const reread = vi.fn();
onReconnected(reread);
const shown = () => renderHook(() => useUnreachable()).result.current;

beforeEach(() => {
  vi.useFakeTimers();
  setLiveConnection('live');
  reread.mockClear();
});
afterEach(() => {
  setLiveConnection('idle');
  setOffline(false);
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function aWatch() {
  const close = vi.fn();
  const watch = new PingWatch();
  watch.opened({ close });
  return { watch, close };
}

describe('pings', () => {
  it('show within three seconds that the server stopped answering', () => {
    const { watch } = aWatch();
    watch.answered();
    // The worst case: it stops right after an answer.
    vi.advanceTimersByTime(PING_EVERY_MILLISECONDS);
    watch.sent();
    expect(shown()).toBeNull();
    vi.advanceTimersByTime(3_000 - PING_EVERY_MILLISECONDS);
    expect(shown()).toBe('silent');
  });

  it('show nothing where each answer is in time', () => {
    const { watch } = aWatch();
    for (let count = 0; count < 20; count += 1) {
      watch.sent();
      vi.advanceTimersByTime(1_000);
      watch.answered();
      expect(shown()).toBeNull();
    }
  });

  it('let a late answer count, without reading pages again', () => {
    const { watch, close } = aWatch();
    watch.sent();
    vi.advanceTimersByTime(4_000);
    watch.answered();
    expect(shown()).toBeNull();
    vi.advanceTimersByTime(60_000);
    expect(close).not.toHaveBeenCalled();
    expect(reread).not.toHaveBeenCalled();
  });

  it('still show it while the silent server’s socket is replaced, until the next is live', () => {
    const { watch } = aWatch();
    watch.sent();
    vi.advanceTimersByTime(1_500);
    expect(shown()).toBe('silent');
    watch.stop();
    setLiveConnection('reconnecting');
    expect(shown()).toBe('silent');
    setLiveConnection('live');
    expect(shown()).toBeNull();
  });

  it('give a socket up that never answers, once, and not the one after it', () => {
    const { watch, close } = aWatch();
    watch.sent();
    watch.sent();
    vi.advanceTimersByTime(10_000);
    expect(close).toHaveBeenCalledOnce();
    const next = vi.fn();
    watch.sent();
    watch.opened({ close: next });
    vi.advanceTimersByTime(20_000);
    expect(next).not.toHaveBeenCalled();
  });
});

describe('the browser’s network', () => {
  it('is shown as soon as it is gone, also where it never was', () => {
    const onLine = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    watchNetwork();
    expect(shown()).toBeNull();
    onLine.mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(shown()).toBe('offline');
    onLine.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(shown()).toBeNull();
  });

  it('ends the wait before the next attempt when it is back', async () => {
    const done = vi.fn();
    void waitOrOnline(10_000).then(done);
    await vi.advanceTimersByTimeAsync(500);
    expect(done).not.toHaveBeenCalled();
    window.dispatchEvent(new Event('online'));
    await vi.advanceTimersByTimeAsync(0);
    expect(done).toHaveBeenCalledOnce();
  });
});
