// @vitest-environment jsdom
/** A cloud that doesn’t answer keeps nobody waiting: what was stored is stored. */
import { act, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import {
  actLine,
  box,
  connected,
  CONNECTION,
  fillFromFiles,
  type OpenedForm,
  openForm,
  organizationOf,
  press,
  write,
} from '../../testing/newOrganizationForm.tsx';
import { LATE_MILLISECONDS } from './useLate.ts';

describe('a check of a credential that doesn’t end', () => {
  const pending = { adobeConnection: { ...CONNECTION, state: 'NOT_TRIED' } };
  const answers = {
    Connections: { organization: connected(pending) },
    ConnectAdobe: organizationOf('connectAdobe', pending),
    ConnectAzure: organizationOf('connectAzure', pending),
  };
  /** Everything is saved, and the cloud has not answered for as long as the form waits. */
  async function openLate(page: OpenedForm) {
    await fillFromFiles(page);
    await write(page, await box(/^How do you know/), 'In the contract');
    const timers = vi.spyOn(globalThis, 'setTimeout');
    await press(page);
    await actLine(/^Connect Adobe.*checking the credential/);
    const limits = () => timers.mock.calls.filter(([, after]) => after === LATE_MILLISECONDS);
    await expect.poll(limits).toHaveLength(1);
    expect(screen.queryByRole('link', { name: 'Open run' })?.closest('section')).toBeTruthy();
    const [[pass]] = limits() as [[() => void]];
    timers.mockRestore();
    act(pass);
  }

  it('is waited for no longer: it says so, and leads on to what is made', async () => {
    const page = openForm(answers);
    await openLate(page);
    const progress = within(screen.getByRole('region', { name: 'Progress' }));
    expect(progress.getByText(/^Everything is saved\. Checking a credential takes/)).toBeTruthy();
    expect(document.activeElement?.textContent).toContain('Progress');
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
    const [onward] = screen.getAllByRole('link', { name: 'Open run' }).toReversed();
    await page.person.click(onward!);
    // All of it is saved: nothing is asked.
    await expect.poll(page.path).toBe('/runs/run-1');
    expect(page.counts()).toEqual([1, 1, 1, 1, 0, 1]);
  });

  it('keeps nobody from correcting another credential', async () => {
    const rejected = { ...CONNECTION, state: 'FAILED', message: 'invalid_client' };
    const azureConnection = { ...CONNECTION, state: 'NOT_TRIED' };
    const part = { adobeConnection: rejected, azureConnection };
    const page = openForm({
      Connections: { organization: connected(part) },
      ConnectAdobe: organizationOf('connectAdobe', part),
      ConnectAzure: organizationOf('connectAzure', part),
    });
    await fillFromFiles(page);
    await press(page);
    await actLine(/^Connect Adobe.*Credential rejected/);
    expect((await actLine(/^Connect Azure/)).getByText(/checking the credential/)).toBeTruthy();
    await press(page, 'Continue');
    await expect.poll(page.counts).toEqual([1, 2, 1, 1, 0, 0]);
  });

  it('leads on too where it ends later', async () => {
    let isAccepted = false;
    const page = openForm({
      ...answers,
      Connections: () => ({ organization: connected(isAccepted ? {} : pending) }),
    });
    await openLate(page);
    isAccepted = true;
    await page.client.refetchQueries({ include: ['Connections'] });
    await expect.poll(page.path).toBe('/runs/run-1');
  });
});
