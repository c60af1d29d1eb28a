import { expect, it } from 'vitest';
import { kindOfStatus } from './kindOfStatus.ts';

it.each([
  [302, 'badResponse'],
  [400, 'rejected'],
  [401, 'credential'],
  [403, 'denied'],
  [408, 'unavailable'],
  [409, 'rejected'],
  [429, 'throttled'],
  [500, 'unavailable'],
  [503, 'unavailable'],
] as const)('%i is %s, whatever its body says', (status, kind) => {
  for (const body of ['', '<html>', '{}', null])
    for (const said of [true, false]) expect(kindOfStatus(status, said, body)).toBe(kind);
});

it('404 proves absence only as an answer of a service or without a body (ST-09)', () => {
  expect(kindOfStatus(404, true, '{"error":{}}')).toBe('notFound');
  expect(kindOfStatus(404, false, ' ')).toBe('notFound');
  expect(kindOfStatus(404, false, '{"reason":"none of that name"}')).toBe('notFound');
  for (const body of ['[]', '"no"', 'null', 'Not Found'])
    expect(kindOfStatus(404, false, body)).toBe('badResponse');
  expect(kindOfStatus(404, false, '<html>')).toBe('badResponse');
  expect(kindOfStatus(404, false, null)).toBe('badResponse');
});
