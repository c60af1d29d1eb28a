// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { IMS_ORG_ID, aRun, aTrack, anApprovableTrack, anApproval } from '../../fixtures/aRun.ts';
import { serverError } from '../../fixtures/AnsweringLink.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { done, openConsole, refused } from '../../testing/openConsole.tsx';

const PATH = '/runs/run-1/approval/AEP';
const requested = aRun({
  tracks: [anApprovableTrack('AEP', { approval: anApproval() }), aTrack('CJA')],
  nextActions: [
    { mutation: 'approve', track: 'AEP', step: 'APPROVAL', movesRun: true, label: 'approve' },
  ],
});
const URL_AGAIN = '/auth/login?stepUp=1&provider=contoso';
const stepUp = (signInAgainUrl: string | null) => ({ viewer: { id: 'viewer-1', signInAgainUrl } });
const decision = async () => within(await screen.findByRole('region', { name: 'Decision' }));
function watchNavigation() {
  const assign = vi.fn();
  vi.stubGlobal('location', { ...window.location, assign });
  return assign;
}
afterEach(() => void vi.unstubAllGlobals());

describe('where approving needs a recent sign-in', () => {
  it('asks for it before anything is typed, leads back, and still lets refuse', async () => {
    const assign = watchNavigation();
    const { person } = openConsole(PATH, {
      role: 'APPROVER',
      answers: { ...runAnswers(requested), StepUp: stepUp(URL_AGAIN) },
    });
    const form = await decision();
    expect(await form.findByRole('heading', { name: 'Sign in again' })).toBeTruthy();
    expect(form.queryByRole('textbox')).toBeNull();
    expect(form.getByRole('button', { name: /refuse/i })).toBeTruthy();
    await person.click(form.getByRole('button', { name: 'Sign in again' }));
    expect(assign.mock.calls).toEqual([[`${URL_AGAIN}&returnTo=${encodeURIComponent(PATH)}`]]);
  });

  it('asks when the sign-in became too old meanwhile', async () => {
    let url: string | null = null;
    const { person } = openConsole(PATH, {
      role: 'APPROVER',
      answers: {
        ...runAnswers(requested),
        StepUp: () => stepUp(url),
        Approve: () => {
          url = URL_AGAIN;
          return refused('approve', 'FORBIDDEN', 'Sign in again.');
        },
      },
    });
    const form = await decision();
    await person.type(
      await form.findByRole('textbox', { name: /IMS organization ID/ }),
      IMS_ORG_ID,
    );
    await person.click(form.getByRole('button', { name: 'Approve' }));
    expect(await form.findByRole('heading', { name: 'Sign in again' })).toBeTruthy();
  });

  it('leaves the form where it could not be asked: the server decides', async () => {
    const { person, sent } = openConsole(PATH, {
      role: 'APPROVER',
      answers: {
        ...runAnswers(requested),
        StepUp: serverError('Too busy.'),
        Approve: done('approve', requested),
      },
    });
    const form = await decision();
    await person.type(
      await form.findByRole('textbox', { name: /IMS organization ID/ }),
      IMS_ORG_ID,
    );
    await person.click(form.getByRole('button', { name: 'Approve' }));
    await expect.poll(() => sent('Approve')).toHaveLength(1);
  });
});
