import { expect, test } from 'vitest';
import { Timeline } from './timeline.ts';

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

test('shows what took ten seconds, in the order in which it began, from the first start', () => {
  const timeline = new Timeline();
  timeline.add('worker: test', at(75), at(135));
  timeline.add('log: test', at(60), at(69));
  timeline.add('core: test', at(61), at(71));
  expect(timeline.lines).toEqual([
    '  0:01 to   0:11  core: test',
    '  0:15 to   1:15  worker: test',
  ]);
});

test('shows nothing where nothing ran', () => {
  expect(new Timeline().lines).toEqual([]);
});
