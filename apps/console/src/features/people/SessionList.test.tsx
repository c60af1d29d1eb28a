// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aMember, aPage } from '../../fixtures/aMember.ts';
import { failsOnce } from '../../fixtures/failsOnce.ts';
import { openConsole } from '../../testing/openConsole.tsx';
import type { SessionRow } from './sessionDocuments.ts';

const aSession = (id: string, parts: Partial<SessionRow> = {}): SessionRow => ({
  id,
  createdAt: '2026-11-25T08:00:00Z',
  lastUsedAt: '2026-11-25T08:00:00Z',
  userAgent: `Firefox ${id}`,
  provider: 'Contoso',
  current: false,
  ...parts,
});
const HERE = aSession('1', { current: true });
const own = (...sessions: SessionRow[]) => ({ viewer: { id: 'viewer-1', sessions } });
const panel = async () =>
  within(await screen.findByRole('region', { name: 'Where you are signed in' }));

it('shows one’s own sessions, and signs another browser out', async () => {
  let sessions = [HERE, aSession('2'), aSession('3', { userAgent: null, provider: null })];
  const { person, sent } = openConsole('/settings', {
    answers: {
      OwnSessions: () => own(...sessions),
      EndSession: () => {
        sessions = sessions.filter(({ id }) => id !== '2');
        return { endSession: { ended: 1, userErrors: [] } };
      },
    },
  });
  const region = await panel();
  expect(await region.findByText('Contoso · This browser')).toBeTruthy();
  expect(region.getByText('Unknown browser')).toBeTruthy();
  expect(region.queryByRole('button', { name: 'Sign out Firefox 1' })).toBeNull();
  await person.click(region.getByRole('button', { name: 'Sign out Firefox 2' }));
  await expect.poll(() => region.queryByText('Firefox 2')).toBeNull();
  expect(sent('EndSession')).toMatchObject([{ input: { id: '2' } }]);
});

it('signs all other browsers out, and says why it was refused', async () => {
  const message = 'This session doesn’t exist, or has ended.';
  const { person, sent } = openConsole('/settings', {
    answers: {
      OwnSessions: own(HERE, aSession('2'), aSession('3')),
      EndSessions: {
        endSessions: { ended: null, userErrors: [{ code: 'NOT_FOUND', message, field: null }] },
      },
    },
  });
  const button = await (
    await panel()
  ).findByRole('button', { name: 'Sign out all other browsers' });
  await person.click(button);
  expect(await screen.findByText(message)).toBeTruthy();
  expect(sent('EndSessions')[0]?.input).not.toHaveProperty('memberId');
});

it('offers nothing where this browser is the only one, and loads again after a failure', async () => {
  const { person } = openConsole('/settings', {
    answers: { OwnSessions: failsOnce('Too busy.', () => own(HERE)) },
  });
  const region = await panel();
  await person.click(await region.findByRole('button', { name: 'Try again' }));
  expect(await region.findByText('Contoso · This browser')).toBeTruthy();
  expect(region.queryByRole('button')).toBeNull();
});

it('lets owners sign a member out everywhere', async () => {
  const omar = aMember('Omar');
  const { person, sent } = openConsole('/settings/members', {
    role: 'OWNER',
    locale: 'es',
    answers: {
      Members: { members: aPage([omar]) },
      MemberSessions: {
        node: { __typename: 'Member', id: omar.id, sessions: [aSession('7')] },
      },
      EndSessions: { endSessions: { ended: 1, userErrors: [] } },
    },
  });
  await person.click(await screen.findByRole('button', { name: 'Sesiones de Omar' }));
  const dialog = within(
    await screen.findByRole('dialog', { name: 'Dónde ha iniciado sesión Omar' }),
  );
  await person.click(await dialog.findByRole('button', { name: 'Cerrar todas las sesiones' }));
  await expect.poll(() => sent('MemberSessions')).toHaveLength(2);
  expect(sent('EndSessions')).toMatchObject([{ input: { memberId: omar.id } }]);
});
