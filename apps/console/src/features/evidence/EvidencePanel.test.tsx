// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { anOrganization } from '../../fixtures/anOrganization.ts';
import type { Locale } from '../../intl/locale.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const fetched = vi.fn<(address: string, options?: RequestInit) => Promise<unknown>>();
const followed: string[] = [];
beforeEach(() => {
  fetched.mockReset();
  fetched.mockResolvedValue({ ok: true, status: 200, headers: new Headers() });
  followed.length = 0;
  vi.stubGlobal('fetch', fetched);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    followed.push(this.getAttribute('href') ?? '');
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function open(locale?: Locale, title = 'Evidence') {
  const organization = anOrganization([]);
  const { person } = openConsole('/organizations/organization-1', {
    role: 'AUDITOR',
    locale,
    answers: { Organization: { organization }, Connections: { organization } },
  });
  return { person, panel: within(await screen.findByRole('region', { name: title })) };
}

describe('the evidence of an organization', () => {
  it('is downloaded whole, also by who only reads, once the server is ready', async () => {
    const { person, panel } = await open();
    await person.click(panel.getByRole('button', { name: 'Download evidence' }));
    expect(await panel.findByText('Your browser downloads the evidence')).toBeTruthy();
    const address = '/evidence/organization-1.zip?locale=en';
    expect(fetched).toHaveBeenCalledWith(address, { method: 'HEAD' });
    expect(followed).toEqual([address]);
  });

  it('is of some days, both included', async () => {
    const { person, panel } = await open();
    fireEvent.change(panel.getByLabelText('From'), { target: { value: '2026-11-01' } });
    fireEvent.change(panel.getByLabelText('To'), { target: { value: '2026-11-30' } });
    await person.click(panel.getByRole('button', { name: 'Download evidence' }));
    await waitFor(() =>
      expect(followed).toEqual([
        '/evidence/organization-1.zip?since=2026-11-01&until=2026-12-01&locale=en',
      ]),
    );
    fireEvent.change(panel.getByLabelText('To'), { target: { value: '2026-10-30' } });
    expect(panel.getByText('The last day is before the first.')).toBeTruthy();
    expect(panel.getByRole('button', { name: 'Download evidence' }).hasAttribute('disabled')).toBe(
      true,
    );
  });

  it.each([
    [401, 'You are signed out'],
    [404, 'This organization can’t be found'],
    [403, 'You can’t download evidence'],
    [429, 'Too many downloads at once'],
    [503, 'Keyway can’t sign the evidence now'],
    [500, 'The download couldn’t start'],
  ])('that can’t be had says why, and nothing is downloaded: %i', async (status, title) => {
    const headers = new Headers(status === 429 ? { 'retry-after': '5' } : {});
    fetched.mockResolvedValue({ ok: false, status, headers });
    const { person, panel } = await open();
    await person.click(panel.getByRole('button', { name: 'Download evidence' }));
    expect(await panel.findByText(title)).toBeTruthy();
    expect(panel.queryByText(/Try again in 5 seconds/) !== null).toBe(status === 429);
    expect(followed).toEqual([]);
  });

  it('says what it holds, and how to verify it with keys and checkpoints', async () => {
    const { person, panel } = await open();
    await person.click(panel.getByRole('button', { name: 'Show what it holds' }));
    expect(panel.getByText(/^manifest\.json and manifest\.jws/)).toBeTruthy();
    await person.click(panel.getByRole('button', { name: 'Show how to verify it' }));
    expect(panel.getByText(/npx keyway evidence verify FILE\.zip --keys keys\.json/)).toBeTruthy();
    const href = (name: string) => panel.getByRole('link', { name }).getAttribute('href');
    expect(href('Public keys')).toBe('/.well-known/keyway-keys.json');
    expect(href('Signed checkpoints')).toBe('/checkpoints/organization-1.jsonl');
  });

  it('is in Spanish, with a report in Spanish', async () => {
    const { person, panel } = await open('es', 'Pruebas');
    await person.click(panel.getByRole('button', { name: 'Descargar las pruebas' }));
    await waitFor(() => expect(followed).toEqual(['/evidence/organization-1.zip?locale=es']));
  });
});
