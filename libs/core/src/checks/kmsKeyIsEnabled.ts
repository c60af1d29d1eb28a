/** The key can be used: enabled, and not pending deletion or import (AWS-12, GAP-24). */
import { kmsKeyCheck } from '../catalog/defineKmsCheck.ts';

const STATES: Readonly<Record<string, 'disabled' | 'pendingDeletion' | 'pendingImport'>> = {
  Disabled: 'disabled',
  PendingDeletion: 'pendingDeletion',
  PendingImport: 'pendingImport',
};

export const kmsKeyIsEnabled = kmsKeyCheck({
  order: 140,
  rules: ['AWS-12', 'GAP-24', 'AWS-02'],
  outcomes: {
    ok: 'PASS',
    disabled: 'BLOCK',
    pendingDeletion: 'BLOCK',
    pendingImport: 'BLOCK',
    unavailable: 'BLOCK',
    notStated: 'UNKNOWN',
  },
  evaluate: ({ arn, keyState, enabled, deletionDate }) => {
    const values = { arn, keyState, deletionDate };
    if (keyState === null) return { outcome: 'notStated', values };
    const found = STATES[keyState];
    if (found) return { outcome: found, values };
    if (keyState !== 'Enabled') return { outcome: 'unavailable', values };
    if (enabled === null) return { outcome: 'notStated', values };
    return { outcome: enabled ? 'ok' : 'disabled', values };
  },
});
