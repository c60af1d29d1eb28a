// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { IMS_ORG_ID } from '../../fixtures/aRun.ts';
import { PENDING } from '../../fixtures/AnsweringLink.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const PATH = '/organizations/new';
const created = {
  createOrganization: { organization: { id: 'organization-1', name: 'Contoso' }, userErrors: [] },
};
const refusedWith = (message: string, field: string | null) => ({
  createOrganization: {
    organization: null,
    userErrors: [{ code: 'CONFLICT', message, field: field === null ? null : [field] }],
  },
});
/** The page that opens when the organization was added is not what these tests are about. */
const NEXT_PAGE = { Organization: PENDING, Connections: PENDING };

function open(CreateOrganization: object, locale: 'en' | 'es' = 'en') {
  return openConsole(PATH, { locale, answers: { ...NEXT_PAGE, CreateOrganization } });
}

/** Every field but the optional ones. Without a region where the cloud has one alone. */
async function fill({ person }: ReturnType<typeof open>, { region = true } = {}) {
  await person.type(await screen.findByRole('textbox', { name: /^Name/ }), ' Contoso ');
  await person.type(screen.getByRole('textbox', { name: /^IMS organization ID/ }), IMS_ORG_ID);
  await person.click(screen.getByRole('radio', { name: /Healthcare Shield/ }));
  if (!region) return;
  await person.click(screen.getByRole('radio', { name: /VA7/ }));
}
const add = ({ person }: ReturnType<typeof open>) =>
  person.click(screen.getByRole('button', { name: 'Add organization' }));

describe('a new organization', () => {
  it('is not offered to a role that only reads', async () => {
    const { sent } = openConsole(PATH, { role: 'AUDITOR', answers: NEXT_PAGE });
    expect(await screen.findByText('Your role doesn’t allow this.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByRole('link', { name: 'Go to organizations' })).toBeTruthy();
    expect(sent('CreateOrganization')).toHaveLength(0);
  });

  it('is added as typed, without spaces around, and its page opens', async () => {
    const page = open(created);
    await fill(page);
    await add(page);
    await expect
      .poll(() => page.router.state.location.pathname)
      .toBe('/organizations/organization-1');
    // Connecting its clouds is next.
    expect(page.router.state.location.search).toEqual({ connect: 'now' });
    const [sent] = page.sent('CreateOrganization');
    expect(sent).toMatchObject({
      locale: 'en',
      input: {
        name: 'Contoso',
        imsOrgId: IMS_ORG_ID,
        cloud: 'AZURE',
        region: 'VA7',
        shield: 'HEALTHCARE_SHIELD',
        ownsCja: false,
        azureTenantId: null,
      },
    });
  });

  it('says nothing of fields that the focus only passes by', async () => {
    const page = open(created);
    await page.person.click(await screen.findByRole('textbox', { name: /^Name/ }));
    await page.person.tab();
    await page.person.tab();
    expect(screen.queryByText('Enter a value')).toBeNull();
    expect(screen.queryByText(/^Enter 24 hexadecimal digits/)).toBeNull();
  });

  it('is not sent while a value is missing or wrong', async () => {
    const page = open(created);
    await page.person.type(
      await screen.findByRole('textbox', { name: /^IMS organization ID/ }),
      '0123',
    );
    expect(screen.getByText('4 of 24 hexadecimal digits, then @AdobeOrg')).toBeTruthy();
    await add(page);
    // The name, the region and the shield: nothing is chosen for a person.
    expect(await screen.findAllByText('Enter a value')).toHaveLength(3);
    expect(screen.getByText(/^Enter 24 hexadecimal digits/)).toBeTruthy();
    expect(page.sent('CreateOrganization')).toEqual([]);
  });

  it('has the one region of AWS, and no tenant there', async () => {
    const page = open(created);
    await fill(page, { region: false });
    expect(screen.getByRole('textbox', { name: /^Microsoft Entra tenant ID/ })).toBeTruthy();
    await page.person.click(screen.getByRole('radio', { name: 'AWS' }));
    expect(screen.queryByRole('textbox', { name: /^Microsoft Entra tenant ID/ })).toBeNull();
    await add(page);
    await expect.poll(() => page.sent('CreateOrganization')).toHaveLength(1);
    expect(page.sent('CreateOrganization')[0]?.input).toMatchObject({
      cloud: 'AWS',
      region: 'VA6',
    });
  });

  it('is sent again with the same key after a failure', async () => {
    const page = open(failsOnce('Timed out.', () => created));
    await fill(page);
    await add(page);
    expect(
      await screen.findByRole('heading', { name: 'We couldn’t confirm whether this was done' }),
    ).toBeTruthy();
    await page.person.click(screen.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => page.sent('CreateOrganization')).toHaveLength(2);
    const [first, second] = page.sent('CreateOrganization');
    expect(first?.input.idempotencyKey).toBeTruthy();
    expect(second).toEqual(first);
  });

  it('shows at its field why the server refused it', async () => {
    const message = 'Another organization has this ID.';
    const page = open(refusedWith(message, 'imsOrgId'));
    await fill(page);
    await add(page);
    expect(await screen.findAllByText(message)).toHaveLength(1);
    expect(
      screen.getByRole('textbox', { name: /^IMS organization ID/ }).getAttribute('aria-invalid'),
    ).toBe('true');
    expect(page.router.state.location.pathname).toBe(PATH);
  });

  it('shows above the form why the server refused it as a whole', async () => {
    const page = open(refusedWith('The partner has too many organizations.', null));
    await fill(page);
    await add(page);
    expect(await screen.findByRole('heading', { name: /^Not done/ })).toBeTruthy();
    expect(screen.getByText('The partner has too many organizations.')).toBeTruthy();
  });

  it('is asked for in Spanish', async () => {
    const page = open(created, 'es');
    await page.person.click(await screen.findByRole('button', { name: 'Agregar organización' }));
    expect(await screen.findAllByText('Escriba un valor')).not.toHaveLength(0);
  });
});
