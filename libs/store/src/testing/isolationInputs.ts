/** What is stored of each partner in `isolationWorld.ts`, and what tests store beside it. */
import { anOccurrence } from '@keyway/testing';
import { DEFAULT_POLICY, TRACK_IDS } from '@keyway/core';
import type {
  NewBulkJob,
  NewChat,
  NewDryRun,
  NewHandOff,
  Occurrence,
  ViewWriter,
} from '../index.ts';

/** Each of the organizations uses it. */
export const SHARED_VAULT = 'https://shared.vault.azure.net';

/** Would void the approvals that were requested. */
export const LOOSER = { ...DEFAULT_POLICY, approvalValidForSeconds: 90 * 86_400 };

export const handOffOf = (runId: string): NewHandOff => ({
  ...{ runId, actor: 'AZURE_ADMIN', note: null, expiresAt: '2099-01-01T00:00:00.000Z' },
});

export const jobOn = (id: string): NewBulkJob => ({
  input: { action: 'VERIFY', track: null, reason: null },
  ...{ organizationIds: [id], starter: 'MEMBER:x' },
});

/** For an organization that may have another one. */
export const A_KEY = {
  AEP: { keyIdentifier: 'https://own.vault.azure.net/keys/cmk', vaultResourceId: null },
} as const;

/** Keeps the address. */
export const A_CHAT: NewChat = {
  ...{ kind: 'SLACK', target: null, frequency: 'DAILY', kinds: ['HEALTH'], locale: 'en' },
  ...{ timeZone: 'UTC', quietHours: null },
};

export const writerOf = (memberId: string, isOwner: boolean): ViewWriter => ({
  ...{ memberId, name: 'x', isOwner, at: new Date().toISOString() },
});

export const linkOf = (id: string, memberId: string): NewBulkJob => ({
  input: {
    ...{ action: 'CREATE_HAND_OFFS', track: null, reason: null },
    handOff: { actor: 'AZURE_ADMIN', note: null, expiresAt: null },
  },
  ...{ organizationIds: [id], starter: `MEMBER:${memberId}` },
});

/** Refused, as there is an open run. */
export const secondRunOf = (id: string, memberId: string): NewBulkJob => ({
  input: { action: 'START_RUNS', track: null, reason: null },
  ...{ organizationIds: [id], starter: `MEMBER:${memberId}` },
});

/** For the same starter as `jobOn`. */
export const dryRunOn = (organizationIds: string[]): NewDryRun => ({
  ...{ organizationIds, tracks: TRACK_IDS, keys: new Map(), starter: jobOn('').starter },
});

export const byNobody = (): Occurrence => ({
  ...anOccurrence(),
  actor: { principal: 'token:x', name: 'T', origin: 'apiToken' },
});

export const AZURE = {
  tenantId: 't',
  subscriptionId: null,
  clientSecret: 'sandbox-x',
  access: 'READ',
} as const;
