/** Opens the console at an address, with a server in memory. */
import { createMemoryHistory } from '@tanstack/react-router';
import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach } from 'vitest';
import { App } from '../App.tsx';
import { signedOutLink } from '../apollo/client.ts';
import { clientOf } from '../apollo/clientOf.ts';
import { AnsweringLink } from '../fixtures/AnsweringLink.ts';
import type { Answers } from '../fixtures/AnsweringLink.ts';
import { shellAnswers } from '../fixtures/shellAnswers.ts';
import type { AGrant } from '../fixtures/shellAnswers.ts';
import type { RunView } from '../features/run/data/runFields.ts';
import type { Role } from '../generated/enums.ts';
import type { Locale } from '../intl/locale.ts';
import { createConsoleRouter } from '../routes.tsx';
import './browser.ts';

// Long enough for a slow machine: only a test that hangs fails.
configure({ asyncUtilTimeout: 120_000 });
afterEach(() => {
  cleanup();
  // Spectrum announces progress after a pause, unless its live region is gone.
  document.querySelector('[data-live-announcer]')?.remove();
});

interface Opened {
  /** For every organization; or `grants`. */
  role?: Role;
  grants?: readonly AGrant[];
  locale?: Locale;
  answers: Answers;
}

export function openConsole(path: string, { role, grants, locale = 'en', answers }: Opened) {
  localStorage.setItem('keyway.locale', locale);
  const link = new AnsweringLink({ ...shellAnswers(role, grants), ...answers });
  const client = clientOf(signedOutLink().concat(link));
  const router = createConsoleRouter(createMemoryHistory({ initialEntries: [path] }));
  render(<App client={client} router={router} />);
  return {
    ...{ person: userEvent.setup(), router, client },
    sent: (operation: string) => link.sent(operation),
  };
}

/** A mutation that the server has done. */
export const done = (mutation: string, run: RunView) => ({
  [mutation]: { run, userErrors: [] },
});

/** A mutation that the server has refused. */
export const refused = (mutation: string, code: string, message: string, field?: string) => ({
  [mutation]: { run: null, userErrors: [{ code, message, field: field ? [field] : null }] },
});
