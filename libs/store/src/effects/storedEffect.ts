/** Parses an effect from its row. */
import { CHANGE_KINDS, OBSERVED_STEP_IDS, REREAD_PURPOSES, TRACK_IDS } from '@keyway/core';
import { readCarriedTrace } from '@keyway/telemetry';
import { z } from 'zod';
import type { RowOf } from '../database/columns.ts';
import type { Effect } from '../generated/client.ts';
import type { ClaimedEffect } from './claimedEffect.ts';
import type { ClaimedWork } from './claimedWork.ts';

export const EFFECT_FIELDS = [
  'id',
  'runId',
  'partnerId',
  'organizationId',
  'jobKey',
  'type',
  'data',
  'dueAt',
  'generation',
  'claims',
  'leaseToken',
] as const satisfies readonly (keyof Effect)[];
export type EffectRow = RowOf<Effect, (typeof EFFECT_FIELDS)[number]>;

const track = z.enum(TRACK_IDS);
const attempt = z.int();
const submissionId = z.string();

/**
 * `looks` was the name of `lookups` before plan version 4. To count from zero again would delay an
 * unresolved send.
 */
const withLookups = (data: unknown): unknown =>
  data !== null && typeof data === 'object' && 'looks' in data
    ? { lookups: data.looks, ...data }
    : data;

const observeStep = z.object({
  track,
  step: z.enum(OBSERVED_STEP_IDS),
  attempt,
  waitingSince: z.string(),
});
const submitConfiguration = z.preprocess(
  withLookups,
  z.object({ submissionId, attempt, lookups: z.int(), pages: z.int().exactOptional() }),
);
const pollConfiguration = z.object({ submissionId, attempt, pollingSince: z.string() });

const StoredEffect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observeStep'), data: observeStep }),
  z.object({
    type: z.literal('rereadTrack'),
    data: z.object({ track, purpose: z.enum(REREAD_PURPOSES), attempt }),
  }),
  z.object({ type: z.literal('submitConfiguration'), data: submitConfiguration }),
  z.object({ type: z.literal('pollConfiguration'), data: pollConfiguration }),
  z.object({
    type: z.literal('assignRole'),
    data: z.object({ track, assignmentGuid: z.string(), attempt }),
  }),
  z.object({
    type: z.literal('planSetup'),
    data: z.object({ track, setupId: z.string(), attempt }),
  }),
  z.object({
    type: z.literal('makeChange'),
    data: z.object({
      ...{ track, setupId: z.string(), planHash: z.string(), attempt },
      change: z.enum(CHANGE_KINDS),
    }),
  }),
  z.object({ type: z.literal('expireApproval'), data: z.object({ track }) }),
  z.object({
    type: z.literal('probeVault'),
    data: z.object({ track, keyIdentifier: z.string(), attempt }),
  }),
]);

/** Throws where this version doesn't know the effect. */
export function claimedEffect(row: EffectRow, work: ClaimedWork): ClaimedEffect {
  const dueAt = row.dueAt.toISOString();
  const { jobKey, generation, runId, partnerId, organizationId, claims } = row;
  const trace = readCarriedTrace((row.data as { trace?: unknown } | null)?.trace);
  return {
    ...StoredEffect.parse({ type: row.type, data: row.data }),
    jobKey,
    due: { at: dueAt },
    lease: { effectId: row.id, partnerId, jobKey, leaseToken: row.leaseToken!, generation },
    ...{ runId, partnerId, organizationId, dueAt, claims, work },
    ...(trace && { trace }),
  };
}
