/**
 * The customer's Azure admin attests steps by a link, in Spanish and on a phone: once, however many
 * devices send it, and not after the link expired or was revoked.
 */
import {
  expectFits,
  fillAttestation,
  handedOffCard,
  handOff,
  sendAttestation,
} from '../person/handOffPage.ts';
import { expandCard, expectStep } from '../person/runPage.ts';
import { expect, story } from '../person/story.ts';
import { prepareByHand } from '../product/customers.ts';
import { closingOf, createHandOff } from '../product/handOffs.ts';
import { countHistory } from '../product/runs.ts';
import { createCustomer } from '../product/sandbox.ts';

const PHONE = { viewport: { width: 390, height: 780 }, hasTouch: true, locale: 'es-ES' };
const DONE = 'Activé la protección contra purga. Lo muestra el portal.';

story('a step is attested by a link, once, with a stated name', async ({ person, signedOut }) => {
  const run = await prepareByHand(await createCustomer('happyPath'), 'Adventure Works');
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
  await expectStep(omar, 'AEP', 'Vault', 'Ready');
  const path = await handOff(omar, 'Por favor, antes del viernes.');

  const luis = await signedOut(PHONE);
  await luis.goto(path);
  await expect(luis.getByRole('heading', { level: 1 })).toContainText('Adventure Works');
  await expect(luis.getByText('Por favor, antes del viernes.')).toBeVisible();
  await expect(luis.getByRole('region', { name: 'Sus pasos siguientes' })).toContainText('Clave');
  const vault = handedOffCard(luis, 'Almacén');
  await expect(vault).toContainText('Por qué:');
  await fillAttestation(vault, 'Luis Vega', DONE);
  await expectFits(luis);
  // Another device has the same form open, and is late.
  const late = await signedOut(PHONE);
  await late.goto(path);
  const lateVault = handedOffCard(late, 'Almacén');
  await fillAttestation(lateVault, 'Lucía Paz', 'También lo hice.');

  const attestations = await countHistory(run, 'stepAttested');
  await sendAttestation(vault);
  const done = (page: typeof luis) =>
    page.getByRole('listitem').filter({ hasText: /^Almacén \(Experience Platform\)/ });
  await expect(done(luis)).toContainText('Luis Vega');
  await expect(handedOffCard(luis, 'Red')).toBeVisible();
  await sendAttestation(lateVault);
  await expect(done(late)).toContainText('Luis Vega');
  await expect(late.getByText('Lucía Paz')).toHaveCount(0);
  expect(await countHistory(run, 'stepAttested')).toBe(attestations + 1);
  await expectFits(late);

  // The partner's page follows without being loaded again.
  await expectStep(omar, 'AEP', 'Vault', 'Done · attested');
  await expect(await expandCard(omar, 'AEP', 'Vault')).toContainText('Luis Vega (hand-off)');
  await omar.goto(`/history?organization=${encodeURIComponent(run.organizationId)}`);
  const entry = omar.getByRole('listitem').filter({ hasText: DONE });
  await expect(entry).toContainText('Luis Vega (hand-off)');
  await entry.getByRole('button', { name: /^Show details/ }).click();
  await expect(entry).toContainText('Azure admin');
  await expect(entry.getByText(/^handOff:/)).toBeVisible();
});

story('a link that closes while it is used attests nothing', async ({ person, signedOut }) => {
  const run = await prepareByHand(await createCustomer('happyPath'), 'Fourth Coffee');
  const luis = await signedOut(PHONE);
  const vault = handedOffCard(luis, 'Almacén');
  const attestations = await countHistory(run, 'stepAttested');

  // A short link: where it expired before the page was there, a longer one.
  let link = '';
  let seconds = 5;
  await expect(async () => {
    seconds *= 2;
    link = await createHandOff(run, new Date(Date.now() + seconds * 1_000));
    await luis.goto(link);
    await expect(vault).toBeVisible({ timeout: 5_000 });
    await fillAttestation(vault, 'Luis Vega', DONE);
  }).toPass();
  await expect.poll(() => closingOf(link), { timeout: 300_000 }).toBe('EXPIRED');
  await sendAttestation(vault);
  await expect(luis.getByRole('heading', { level: 1, name: 'Este enlace expiró' })).toBeVisible();
  await expect(luis.getByText(/^Funcionó hasta el .* pida un enlace nuevo a /)).toBeVisible();
  await expectFits(luis);

  link = await createHandOff(run);
  await luis.goto(link);
  await fillAttestation(vault, 'Luis Vega', DONE);
  const omar = await person('omar');
  await omar.goto(`/runs/${encodeURIComponent(run.runId)}`);
  const list = omar.getByRole('region', { name: 'Hand-offs' });
  await list.getByRole('button', { name: /^Revoke/ }).click();
  await omar.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(list.getByRole('listitem').first()).toContainText('revoked');
  await sendAttestation(vault);
  await expect(
    luis.getByRole('heading', { level: 1, name: 'Este enlace se revocó' }),
  ).toBeVisible();
  await luis.goto(link.slice(0, '/hand-off/kwh_'.length));
  await expect(
    luis.getByRole('heading', { level: 1, name: 'Este enlace no abre nada' }),
  ).toBeVisible();

  expect(await countHistory(run, 'stepAttested')).toBe(attestations);
  await expectStep(omar, 'AEP', 'Vault', 'Ready');
});
