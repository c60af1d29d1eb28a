// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { aPage, CONTOSO, organizationChoices } from '../../fixtures/aMember.ts';
import { openConsole } from '../../testing/openConsole.tsx';

async function openField() {
  const { person } = openConsole('/settings/members', {
    role: 'OWNER',
    answers: { Members: { members: aPage([]) }, ...organizationChoices(CONTOSO) },
  });
  await person.click(await screen.findByRole('button', { name: 'Invite person' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Invite person' }));
  return {
    person,
    field: dialog.getByRole<HTMLInputElement>('combobox', { name: /Organization/ }),
  };
}
const isClosed = () => expect.poll(() => screen.queryByRole('listbox')).toBeNull();

describe('the field that finds an organization', () => {
  it.each(['{Tab}', '{Escape}'])('closes its list with %s, whatever was typed', async (key) => {
    const { person, field } = await openField();
    await person.type(field, 'con');
    expect(await screen.findByRole('option', { name: /Contoso/ })).toBeTruthy();
    await person.keyboard(key);
    await isClosed();
    expect(field.value).toBe('');
  });

  it('is what was chosen again when it is left with a text that names none', async () => {
    const { person, field } = await openField();
    await person.type(field, 'con');
    await person.click(await screen.findByRole('option', { name: /Contoso/ }));
    expect(field.value).toBe('Contoso');
    await person.type(field, 'zzz{Tab}');
    await expect.poll(() => field.value).toBe('Contoso');
    await isClosed();
    // Emptied on purpose, it stays empty.
    await person.clear(field);
    await person.tab();
    await isClosed();
    expect(field.value).toBe('');
  });
});
