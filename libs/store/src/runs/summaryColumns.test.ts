/** What lists read back is what was summed up. */
import { summaryOf, WORKER, type DatabaseDelay } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { expect, it } from 'vitest';
import { portfolioKeyOf, stepDetailsOf, stepSinceOf, summaryOfRow } from './summaryColumns.ts';

function readBack(driven: DrivenRun) {
  const summary = summaryOf(driven.run);
  const { version, status, waitingOn, completedAt, owner, dueAt } = summary;
  const at = { startedAt: summary.startedAt, updatedAt: summary.updatedAt };
  return summaryOfRow({
    ...{ version, status, waitingOn, completedAt, dueAt },
    // Casts: dates are texts in rows that are kept as JSON.
    startedAt: at.startedAt as never,
    updatedAt: at.updatedAt as never,
    portfolioKey: portfolioKeyOf(summary),
    stepDetails: stepDetailsOf(summary),
    stepSince: stepSinceOf(summary),
    ...{ ownerId: owner?.memberId ?? null, ownerName: owner?.name ?? null },
  });
}

const delayed = (delay: Partial<DatabaseDelay>): DrivenRun => {
  const driven = new DrivenRun().prepare().approve('AEP').approve('CJA').submit();
  const { id } = driven.run.tracks.AEP.submission!;
  const since = driven.now;
  const until = new Date(Date.parse(since) + 305_123).toISOString();
  const data = { submissionId: id, era: 2, cause: 'FAILED_OVER', since, until, ...delay } as const;
  return driven.must('configurationDelayed', data, WORKER);
};

it.each<[string, DrivenRun]>([
  ['prepared', new DrivenRun().prepare()],
  ['delayed by a failover', delayed({})],
  ['delayed by a restore', delayed({ cause: 'RESTORED', restoredAt: '2099-01-01T00:00:00.000Z' })],
])('a run that is %s', (_name, driven) => {
  expect(readBack(driven)).toEqual(summaryOf(driven.run));
});

it('says nothing of delays where an earlier version wrote the row', () => {
  const summary = summaryOf(delayed({}).run);
  expect(stepDetailsOf(summary)).toMatch(/ delay=AEP\/configuration\/FAILED_OVER\//);
  const tracks = summary.tracks.map((track) => ({ ...track, delay: null }));
  expect(stepDetailsOf({ ...summary, tracks })).not.toContain('delay');
});
