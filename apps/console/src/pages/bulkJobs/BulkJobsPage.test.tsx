// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aPage } from '../../fixtures/aMember.ts';
import { listedJobIndicator } from '../../features/bulk/bulkJobFields.ts';
import { openConsole } from '../../testing/openConsole.tsx';

const JOB = {
  ...{ id: 'job-1', action: 'CANCEL_RUNS', track: null, status: 'DONE', total: 2, done: 2 },
  ...{ refused: 0, skipped: 0, startedBy: 'Olga', startedAt: '2026-11-25T08:00:00Z' },
  ...{ endedAt: '2026-11-25T08:00:01Z', cancelledBy: null },
};

it('lists the jobs, which lead to their pages', async () => {
  openConsole('/bulk-jobs', { answers: { BulkJobs: { bulkJobs: aPage([JOB]) } } });
  const link = await screen.findByRole('link', { name: 'Cancel runs' });
  expect(link.getAttribute('href')).toBe('/bulk-jobs/job-1');
  expect(screen.getByText('2 of 2 done')).toBeTruthy();
});

it('counts checks that were started as that, and no refusal as done', async () => {
  const checks = { ...JOB, action: 'VERIFY', total: 5, done: 3, refused: 2 };
  openConsole('/bulk-jobs', { answers: { BulkJobs: { bulkJobs: aPage([checks]) } } });
  expect(await screen.findByText('checks started for 3 of 5, 2 refused')).toBeTruthy();
  const row = { status: 'DONE', action: 'VERIFY', refused: 0 } as const;
  expect(listedJobIndicator({ ...row, refused: 2 })).toMatchObject({ tone: 'notice' });
  // What came of the checks is on the page of the job.
  expect(listedJobIndicator(row)).toMatchObject({ tone: 'neutral' });
  expect(listedJobIndicator({ ...row, action: 'ASSIGN' })).toMatchObject({ tone: 'positive' });
});

it('does not send somebody to a list who has none', async () => {
  const grants = [{ role: 'APPROVER', organization: { id: 'o', name: 'Contoso' } }];
  openConsole('/bulk-jobs', { grants, answers: { BulkJobs: { bulkJobs: aPage([]) } } } as never);
  expect(await screen.findByText(/^Owners and operators start them/)).toBeTruthy();
  expect(screen.queryByText(/^Select organizations/)).toBeNull();
});

it('says that there are none', async () => {
  openConsole('/bulk-jobs', { answers: { BulkJobs: { bulkJobs: aPage([]) } } });
  expect(await screen.findByText('No bulk jobs yet')).toBeTruthy();
});
