/** Who is responsible for a run, and what people note about it. */
import { expect, it } from 'vitest';
import { DrivenRun } from '../../testing/drivenRun.ts';
import { entryData } from '../entryData.ts';

const OWNER = { memberId: '5b8f7a52-6f0e-4b1e-9d5f-3a4f6ef1a001', name: 'Omar' };
const DUE = '2026-12-01T00:00:00.000Z';

it('keeps what an assignment leaves out, and says all of it in history', () => {
  const driven = new DrivenRun();
  driven.must('runAssigned', { owner: OWNER }).must('runAssigned', { dueAt: DUE });
  expect(driven.run).toMatchObject({ owner: OWNER, dueAt: DUE });
  expect(entryData(driven.events.at(-1)!, driven.run, null)).toEqual({
    owner: { memberId: expect.stringMatching(/^[A-Za-z0-9_=-]+$/) as string, name: 'Omar' },
    dueAt: DUE,
  });
  const { version } = driven.run;
  driven.must('runAssigned', {}).must('runAssigned', { owner: { ...OWNER, name: 'Renamed' } });
  expect(driven.run.version).toBe(version);
  driven.must('runAssigned', { owner: null });
  expect(driven.run).toMatchObject({ owner: null, dueAt: DUE });
});

it('takes comments on steps that the run has, whatever became of it', () => {
  const driven = new DrivenRun();
  const comment = (place: { track?: 'AEP' | 'CJA'; step?: 'VAULT' | 'TICKET' }) =>
    driven.apply('commentAdded', { text: 'Call them.', track: null, step: null, ...place });
  expect(comment({ step: 'VAULT' })?.reason).toBe('trackMissing');
  expect(comment({ track: 'AEP', step: 'TICKET' })?.reason).toBe('stepNotOnTrack');
  const { version, tracks } = driven.run;
  expect(comment({ track: 'AEP', step: 'VAULT' })).toBeNull();
  driven.must('runCancelled', { reason: 'x' });
  const cancelled = driven.run;
  expect(comment({ track: 'AEP' })).toBeNull();
  expect(driven.run).toEqual({
    ...cancelled,
    version: version + 3,
    updatedAt: driven.run.updatedAt,
  });
  expect(driven.run.tracks.AEP.steps.VAULT?.status).toBe(tracks.AEP.steps.VAULT?.status);
});
