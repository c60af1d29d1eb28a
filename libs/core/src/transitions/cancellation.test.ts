/** A cancelled run: nothing of it says that Keyway still works on it. */
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun } from '../../testing/drivenRun.ts';
import { keyIdentifier } from '../../testing/goodFacts.ts';
import { TRACK_IDS } from '../vocabulary.ts';

const working = (driven: DrivenRun): string[] =>
  TRACK_IDS.flatMap((track) =>
    Object.entries(driven.run.tracks[track].steps).flatMap(([id, { status, observing, acting }]) =>
      status === 'WORKING' || observing || acting ? [`${track} ${id}`] : [],
    ),
  );

describe('cancelling', () => {
  it('a run whose facts are being read for its submission sends nothing and says so', () => {
    const driven = new DrivenRun().prepare().approve('AEP');
    driven.must('submissionRequested', {
      submissionId: 's',
      configurationName: 'keyway-cmk',
      confirmImsOrgId: driven.run.organization.imsOrgId,
    });
    expect(working(driven)).toEqual(['AEP SUBMISSION']);
    driven.must('runCancelled', { reason: 'given up' });
    expect(driven.run.tracks.AEP.submission?.status).toBe('aborted');
    expect(working(driven)).toEqual([]);
    expect(driven.effects.size).toBe(0);
  });

  it('a run whose steps are being observed', () => {
    const driven = new DrivenRun({ connections: CONNECTED });
    for (const track of TRACK_IDS) {
      driven.must('stepAttested', {
        track,
        step: 'ENTITLEMENT',
        statement: 'Contract seen',
        reference: null,
      });
      const key = { track, keyIdentifier: keyIdentifier(track), vaultResourceId: null };
      driven.must('keyProvided', key);
    }
    expect(working(driven)).toEqual(['AEP VAULT', 'AEP APP_REGISTRATION', 'CJA VAULT']);
    driven.must('runCancelled', { reason: 'given up' });
    expect(working(driven)).toEqual([]);
  });
});
