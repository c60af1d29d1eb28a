// @vitest-environment jsdom
import { act, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Pushes, serverError } from '../../fixtures/AnsweringLink.ts';
import type { Answers } from '../../fixtures/AnsweringLink.ts';
import { aRun } from '../../fixtures/aRun.ts';
import { runAnswers } from '../../fixtures/runAnswers.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const SINCE = '2026-11-20T12:00:00Z';
const health = (id: string, name: string, version: number) => ({
  id,
  keyHealth: { health: name, since: SINCE, version, lookedAt: SINCE },
});

function open(status: 'COMPLETED' | 'IN_PROGRESS', answers: Answers) {
  const run = aRun({ status });
  const { id } = run.organization;
  const opened = openConsole(`/runs/${run.id}`, {
    answers: {
      ...runAnswers(run),
      RunHealth: { organization: health(id, 'HEALTHY', 1) },
      ...answers,
    },
  });
  return { ...opened, organizationId: id };
}

describe('the health at the head of a run', () => {
  it('is that of its organization’s keys once it is complete, follows it and leads there', async () => {
    const changes = new Pushes();
    const { organizationId } = open('COMPLETED', { KeyHealthChanges: changes });
    const link = await screen.findByRole('link', { name: 'Health of the keys' });
    expect(link.getAttribute('href')).toBe(`/organizations/${organizationId}#health`);
    expect(screen.getByText('Healthy')).toBeTruthy();
    const checked = screen.getByText(/^Last checked .* Checked again every 15 minutes\.$/);
    expect(checked.querySelector('time')?.getAttribute('datetime')).toBe(SINCE);
    await expect
      .poll(() => {
        act(() => changes.push({ keyHealthChanged: health(organizationId, 'REVOKED', 2) }));
        return screen.queryAllByText('Revoked').length;
      })
      .toBe(2);
    // Before what is complete, which is no good news then.
    const [lost, complete] = screen.getAllByRole('heading', { level: 2 });
    expect(lost?.textContent).toBe('Revoked');
    expect(complete?.textContent).toMatch(/^Key-managed: the set-up is complete/);
  });

  it('is not asked for before', async () => {
    const { sent } = open('IN_PROGRESS', {});
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(sent('RunHealth')).toEqual([]);
  });

  it('is left out where it can’t be read', async () => {
    const { sent } = open('COMPLETED', { RunHealth: serverError('Too busy.') });
    await expect.poll(() => sent('RunHealth').length).toBeGreaterThan(0);
    expect(await screen.findByRole('heading', { level: 1 })).toBeTruthy();
    expect(screen.queryByRole('link', { name: 'Health of the keys' })).toBeNull();
  });
});
