import { print, type DocumentNode } from 'graphql';
import * as generated from '../generated/graphql.ts';
import { afterEach, expect, it, vi } from 'vitest';
import {
  LATE_MILLISECONDS,
  beginLiveConnection,
  onReconnected,
  setLiveConnection,
} from './liveConnection.ts';

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
  connectAfter(LATE_MILLISECONDS + 1);
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

it('begins with recent changes for every page that has read what they change', () => {
  const documents = Object.values(generated).filter(
    (value): value is DocumentNode => typeof value === 'object' && 'definitions' in value,
  );
  const listening = documents
    .map((document) => print(document))
    .filter((text) => /runsChanged|alertsChanged/.test(text));
  expect(listening.length).toBeGreaterThan(3);
  const late = listening.filter((text) => !/(?:runs|alerts)Changed\(withRecent: true\)/.test(text));
  // The shell's begins before any page is read, and stays.
  expect(late.map((text) => /subscription (\w+)/.exec(text)?.[1])).toEqual(['RunsChanged']);
});
