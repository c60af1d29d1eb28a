/** Runs as plan version 5 stored them: who acted is text (docs/reference/run.md, rule 8). */
import { describe, expect, it } from 'vitest';
import stored from '../../fixtures/runs-of-version-3.json' with { type: 'json' };
import { DrivenRun } from '../../testing/drivenRun.ts';
import { situations } from '../../testing/situations.ts';
import { withActorTexts } from '../../testing/withActorTexts.ts';
import { evidenceHash } from '../evidence.ts';
import type { Run } from '../run.ts';
import { upcastRun } from '../upcastRun.ts';
import { TRACK_IDS } from '../vocabulary.ts';

function asVersion5(run: Run): unknown {
  const { owner: _owner, dueAt: _dueAt, policy, ...rest } = withActorTexts(run) as Run;
  const { approvalValidForSeconds, coolingOffSeconds } = policy;
  return { ...rest, policy: { approvalValidForSeconds, coolingOffSeconds }, planVersion: 5 };
}

describe('a run of plan version 5', () => {
  it.each(situations())('%s: has its actors, and its evidence', (_name, { run }) => {
    const read = upcastRun(asVersion5(run));
    expect(read).toEqual(run);
    expect(JSON.stringify(read)).toBe(JSON.stringify(run));
    for (const track of TRACK_IDS) expect(evidenceHash(read, track)).toBe(evidenceHash(run, track));
  });

  it('keeps a name that looks like a suffix or like the worker', () => {
    for (const name of ['Ana (console)', 'Keyway worker']) {
      const actor = { principal: 'member:ana', name, origin: 'apiToken' } as const;
      const driven = new DrivenRun().prepare();
      driven.must('approvalRequested', { track: 'AEP', principal: actor.principal }, actor);
      driven.must('runCancelled', { reason: 'x' }, actor);
      const { cancelled, tracks } = upcastRun(asVersion5(driven.run));
      expect(cancelled?.by).toEqual({ name, origin: 'apiToken' });
      expect(tracks.AEP.approval?.requestedBy).toEqual(actor);
    }
  });

  it('keeps a text that does not say where it was done', () => {
    const { approval } = upcastRun(stored.approved).tracks.AEP;
    expect(approval?.decidedBy).toEqual({
      principal: 'member:approver',
      name: 'Ana Approver',
      origin: null,
    });
  });
});
