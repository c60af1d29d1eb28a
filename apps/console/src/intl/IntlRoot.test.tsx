// @vitest-environment jsdom
import '../testing/browser.ts';
import { cleanup, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useIntl } from 'react-intl';
import { afterEach, expect, it } from 'vitest';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { IntlRoot } from './IntlRoot.tsx';

// Long enough for a slow machine: only a test that hangs fails.
configure({ asyncUtilTimeout: 120_000 });
afterEach(cleanup);

// Cast: no text of the console, as those would come on top of this one.
const ID = 'test.own' as 'error.part';

/** Spanish texts that can't be loaded until the test says so. */
let isOffline = true;
const own = {
  files: {
    en: [() => Promise.resolve({ [ID]: 'in English' })],
    es: [
      () =>
        isOffline
          ? Promise.reject(new TypeError('Failed to fetch'))
          : Promise.resolve({ [ID]: 'en español' }),
    ],
  },
};
const TEXTS = [own];

const Own = () => <p>{useIntl().formatMessage({ id: ID })}</p>;

it('says that the language stays as it is where the other one cannot be loaded', async () => {
  localStorage.setItem('keyway.locale', 'en');
  const person = userEvent.setup();
  render(
    <IntlRoot texts={TEXTS}>
      <Own />
      <LanguageSwitch />
    </IntlRoot>,
  );
  expect(await screen.findByText('in English')).toBeDefined();
  await person.click(screen.getByRole('radio', { name: 'Español' }));
  expect((await screen.findByRole('alert')).textContent).toBe(
    'Couldn’t load “Español”. The language stays the same.',
  );
  expect(screen.getByText('in English')).toBeDefined();
  expect(document.documentElement.lang).toBe('en');
  expect(localStorage.getItem('keyway.locale')).toBe('en');

  isOffline = false;
  await person.click(screen.getByRole('radio', { name: 'Español' }));
  expect(await screen.findByText('en español')).toBeDefined();
  expect(screen.queryByRole('alert')).toBeNull();
  expect(document.documentElement.lang).toBe('es');
  expect(localStorage.getItem('keyway.locale')).toBe('es');
});
