import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { changelogPage, changesBetween, closeChangelog } from './contractChangelog.ts';

const BEFORE = 'type Query { run(id: ID!): Run } type Run { id: ID! size: Int } enum E { A }';
const AFTER = `type Query { run(id: ID!, at: Int): Run alerts: [Alert!]! }
  type Run { id: ID! size: Int @deprecated(reason: "Use bytes, until 2027-06-01.") bytes: Int }
  type Alert { id: ID! } enum E { A B }`;
const [released, served] = [buildSchema(BEFORE), buildSchema(AFTER)];

it('lists what is new once, and not what is within it', () => {
  const text = changesBetween(released, served).join('\n');
  for (const row of [
    '- query: `alerts`',
    '- type: `Alert`',
    '- field: `Run.bytes`',
    '- argument: `run(at)`',
    '- enum value: `E.B`',
  ])
    expect(text).toContain(row);
  expect(text).not.toContain('Alert.id');
  expect(text).toContain('| `Run.size` | Use bytes, until 2027-06-01. |');
});

it('lists what breaks clients', () => {
  expect(changesBetween(served, released).join('\n')).toContain('- Alert was removed.');
  expect(changesBetween(served, served)).toEqual(['Nothing changed.', '']);
});

it('keeps what was released, and closes what is released now', () => {
  const first = changelogPage('', { released, served });
  const closed = closeChangelog(first, '0.2.0', '2026-12-01');
  const next = changelogPage(closed, { released: served, served });
  expect(next).toContain('## Not released yet\n\nNothing changed.');
  expect(next).toContain('## 0.2.0 (2026-12-01)\n\n### New');
  expect(changelogPage(next, { released: served, served })).toBe(next);
});
