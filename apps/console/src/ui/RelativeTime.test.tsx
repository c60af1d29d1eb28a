// @vitest-environment jsdom
/** How long something waits is no instant, in both languages. */
import { cleanup, render } from '@testing-library/react';
import { IntlProvider } from 'react-intl';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import english from '../messages/shell.en.json';
import spanish from '../messages/shell.es.json';
import { RelativeTime } from './RelativeTime.tsx';

const TEXTS: Record<string, Record<string, string>> = { en: english, es: spanish };
const NOW = Date.parse('2026-11-25T12:00:00.000Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function show(ago: number, props: { waiting?: boolean; isShort?: boolean }, locale = 'en') {
  const { container } = render(
    <IntlProvider locale={locale} messages={TEXTS[locale]}>
      <RelativeTime at={new Date(NOW - ago).toISOString()} focusable={false} {...props} />
    </IntlProvider>,
  );
  return container.textContent.replaceAll(/\s/g, ' ');
}

it.each([
  [20_000, 'for less than a minute', 'desde hace menos de un minuto'],
  [3 * MINUTE, 'for 3 minutes', 'desde hace 3 minutos'],
  [HOUR, 'for 1 hour', 'desde hace 1 hora'],
  [4 * DAY, 'for 4 days', 'desde hace 4 días'],
])('says of a wait of %i milliseconds how long it lasts', (ago, en, es) => {
  expect(show(ago, { waiting: true })).toBe(en);
  cleanup();
  expect(show(ago, { waiting: true }, 'es')).toBe(es);
});

it('is short where there is little space', () => {
  expect(show(3 * MINUTE, { waiting: true, isShort: true })).toBe('3 min');
  cleanup();
  expect(show(20_000, { waiting: true, isShort: true }, 'es')).toBe('< 1 min');
});

it('says of an instant when it was, and of one to come when it will be', () => {
  expect(show(3 * MINUTE, {})).toBe('3 minutes ago');
  cleanup();
  expect(show(-3 * HOUR, { waiting: true })).toBe('in 3 hours');
});
