// @vitest-environment jsdom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { aPage } from '../../fixtures/aMember.ts';
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

it('says that there are none', async () => {
  openConsole('/bulk-jobs', { answers: { BulkJobs: { bulkJobs: aPage([]) } } });
  expect(await screen.findByText('No bulk jobs yet')).toBeTruthy();
});
