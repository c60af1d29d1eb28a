import { describe, expect, it } from 'vitest';
import type { TrackView } from '../../features/run/data/runFields.ts';
import { findApprovalBlockers } from './findApprovalBlockers.ts';

const warn = { id: 'vaultRetentionIsLong', verdict: 'WARN', override: null };
const accepted = { ...warn, id: 'accepted', override: { reason: 'policy' } };
const pass = { id: 'vaultExists', verdict: 'PASS', override: null };
const step = (id: string, status: string, checks: object[] = []) => ({ id, status, checks });
const track = (...steps: object[]) => ({ steps }) as unknown as TrackView;

describe('standsInTheWay', () => {
  it('lists warnings that nobody accepted, and only those', () => {
    const found = findApprovalBlockers(
      track(step('VAULT', 'DONE', [warn, accepted, pass]), step('APPROVAL', 'READY')),
    );
    expect(found.warnings.map((check) => check.id)).toEqual(['vaultRetentionIsLong']);
    expect(found.steps).toEqual([]);
  });

  it('lists the steps before approval that are not done, and none after it', () => {
    const found = findApprovalBlockers(
      track(
        step('VAULT', 'BLOCKED'),
        step('NETWORK', 'NOT_APPLICABLE'),
        step('ROLE', 'LOCKED'),
        step('APPROVAL', 'LOCKED'),
        step('SUBMISSION', 'LOCKED'),
      ),
    );
    expect(found.steps.map((one) => one.id)).toEqual(['VAULT', 'ROLE']);
  });
});
