// @vitest-environment jsdom
/** What the form of a new organization takes from the files of the clouds’ tools. */
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { IMS_ORG_ID } from '../../fixtures/aRun.ts';
import {
  box,
  CJA_KEY,
  file,
  fillFromFiles,
  openForm,
  part,
  PRINCIPAL,
  PROJECT,
  TENANT,
  write,
} from '../../testing/newOrganizationForm.tsx';

describe('a file of a cloud’s tool', () => {
  it('is read as PowerShell writes it, in UTF-16', async () => {
    const page = openForm();
    await screen.findByRole('button', { name: 'Choose JSON files' });
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const units = Uint16Array.from(`\uFEFF${JSON.stringify(PRINCIPAL)}`, (one) =>
      one.charCodeAt(0),
    );
    await page.person.upload(choose, new File([units], 'az.json', { type: 'application/json' }));
    expect(await screen.findByText(/^Filled in from Azure: the client ID azure/)).toBeTruthy();
    expect(await box(/^Microsoft Entra tenant ID/)).toHaveProperty('value', TENANT);
  });

  it('that can’t be read, is too large, or is something else fills nothing in', async () => {
    const page = openForm();
    await screen.findByRole('button', { name: 'Choose JSON files' });
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const gone = file(PROJECT, 'gone.json');
    gone.arrayBuffer = () => Promise.reject(new DOMException('It is gone.', 'NotReadableError'));
    const large = file(PROJECT, 'large.json');
    Object.defineProperty(large, 'size', { value: 100_000_000 });
    large.arrayBuffer = () => Promise.reject(new Error('It is not even read.'));
    const tricky = new File(
      ['{"__proto__":{"clientId":"a","clientSecret":"b","tenantId":"c"},"project":[[[[{}]]]]}'],
      'tricky.json',
      { type: 'application/json' },
    );
    await page.person.upload(choose, [gone, large, tricky]);
    const said = await screen.findByText(/^This file has nothing that Keyway/);
    expect(said.textContent?.match(/This file has nothing that Keyway/g)).toHaveLength(3);
    expect(await box(/^Name/)).toHaveProperty('value', '');
    expect(screen.queryByRole('region', { name: /^Connect/ })).toBeNull();
  });

  it('of another organization or tenant fills nothing in', async () => {
    const page = openForm();
    await write(page, await box(/^IMS organization ID/), 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg');
    await page.person.click(await box(/^Name/));
    await page.person.paste(JSON.stringify(PROJECT));
    expect(await screen.findByText(/of another organization/)).toBeTruthy();
    expect(await box(/^Name/)).toHaveProperty('value', '');
    expect(screen.queryByRole('region', { name: /^Connect Adobe/ })).toBeNull();
  });

  it('fills nothing in that doesn’t fit a file before it', async () => {
    const page = openForm();
    const other = structuredClone(PROJECT);
    other.project.org = { name: 'Fabrikam', ims_org_id: 'FFFFFFFFFFFFFFFFFFFFFFFF@AdobeOrg' };
    const [credential] = other.project.workspace.details.credentials;
    credential!.oauth_server_to_server.client_id = 'fabrikam';
    await fillFromFiles(page, [PROJECT, other]);
    expect(screen.getByText(/of another organization, FFFF/)).toBeTruthy();
    expect(await box(/^IMS organization ID/)).toHaveProperty('value', IMS_ORG_ID);
    expect(part(/^Connect Adobe/).getByText(/client ID adobe, with/)).toBeTruthy();
  });

  it('has keys, as az prints them, each for the track that its name says', async () => {
    const page = openForm();
    const keyFile = (kid: string) => ({ attributes: { enabled: true }, key: { kid, kty: 'RSA' } });
    const UNNAMED = 'https://kv-contoso.vault.azure.net/keys/cmk';
    await fillFromFiles(page, [PROJECT, keyFile(CJA_KEY), keyFile(UNNAMED)]);
    expect(screen.getByText(/the key of Customer Journey Analytics/)).toBeTruthy();
    // A guess could give a key to the wrong track (VAL-08).
    expect(screen.getByText(/doesn’t say whether .*kv-contoso.vault.* is of/)).toBeTruthy();
    const aep = await box(/^Key of Experience Platform/);
    expect(aep).toHaveProperty('value', '');
    // The person says so by the field.
    await write(page, aep, JSON.stringify(keyFile(UNNAMED), null, 2));
    expect(aep).toHaveProperty('value', UNNAMED);
    const cja = await box(/^Key of Customer Journey/);
    expect(cja).toHaveProperty('value', CJA_KEY);
    const choose = document.querySelector<HTMLInputElement>('input[type=file]')!;
    const other = keyFile('https://kv-other-cja.vault.azure.net/keys/cmk');
    await page.person.upload(choose, [file(other, 'other.json')]);
    expect(await screen.findByText(/has another key than .*kv-other-cja/)).toBeTruthy();
    expect(cja).toHaveProperty('value', CJA_KEY);
  });
});
