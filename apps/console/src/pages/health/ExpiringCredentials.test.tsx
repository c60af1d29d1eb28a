// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aCredential, expiring } from '../../fixtures/expiringCredentials.ts';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const HEALTH = {
  HealthPage: { portfolio: { checkedSince: null, byHealth: [{ health: 'HEALTHY', count: 2 }] } },
};
const open = (answers: Answers, locale?: Locale) =>
  openConsole('/health', { locale, answers: { ...HEALTH, ...answers } });

describe('credentials that expire', () => {
  it('are listed with what they are for, when they expire, and a link to replace them', async () => {
    open(
      expiring([
        aCredential('Contoso', 5),
        aCredential('Fabrikam', -2, { kind: 'ADOBE' }),
        aCredential('Litware', 20, { credentialKind: 'CERTIFICATE', inUse: false }),
      ]),
    );
    const table = await screen.findByRole('table', {
      name: '3 credentials expire soon or have expired',
    });
    const rows = within(table).getAllByRole('row').slice(1);
    const texts = rows.map((row) => row.textContent);
    expect(texts[0]).toMatch(/Contoso.*Azure · client secret.*Expires within 7 days/);
    expect(texts[1]).toMatch(/Fabrikam.*Adobe · client secret.*Expired/);
    expect(texts[2]).toMatch(/Azure · certificate.*waits to replace another.*within 30 days/);
    const link = within(rows[0]!).getByRole('link', { name: 'Contoso' });
    expect(link.getAttribute('href')).toBe('/organizations/organization-Contoso');
  });

  it('are not mentioned where there are none', async () => {
    open({});
    await screen.findByText('The keys of 2 organizations are healthy');
    expect(screen.queryByText(/credential/)).toBeNull();
  });

  it('that can’t be loaded are no reason to hide the health', async () => {
    open({ ExpiringCredentials: serverError('Too busy.') });
    expect(await screen.findByText('Couldn’t load which credentials expire')).toBeTruthy();
    expect(await screen.findByText('The keys of 2 organizations are healthy')).toBeTruthy();
  });

  it('are shown in Spanish', async () => {
    open(expiring([aCredential('Contoso', 5)]), 'es');
    expect(await screen.findByText('1 credencial expira pronto o ha expirado')).toBeTruthy();
    expect(screen.getByText('Azure · secreto de cliente')).toBeTruthy();
  });
});
