/** Parses an effect from its row. */
import {
  OBSERVED_STEP_IDS,
  TRACK_IDS,
  type EffectData,
  type EffectType,
  type RereadPurpose,
} from '@keyway/core';
import { z } from 'zod';
import type { RowOf } from '../database/columns.ts';
import type { Effect } from '../generated/client.ts';
import type { ClaimedEffect } from './claimedEffect.ts';

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

const PURPOSES = {
  submission: true,
  ticket: true,
  ticketRecorded: true,
  diagnosis: true,
} satisfies Record<RereadPurpose, true>;

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

const Data = {
  observeStep: z.object({
    track,
    step: z.enum(OBSERVED_STEP_IDS),
    attempt,
    waitingSince: z.string(),
  }),
  rereadTrack: z.object({
    track,
    purpose: z.enum(Object.keys(PURPOSES) as RereadPurpose[]),
    attempt,
  }),
  submitConfiguration: z.preprocess(
    withLookups,
    z.object({ submissionId, attempt, lookups: z.int(), pages: z.int().exactOptional() }),
  ),
  pollConfiguration: z.object({ submissionId, attempt, pollingSince: z.string() }),
  assignRole: z.object({ track, assignmentGuid: z.string(), attempt }),
  expireApproval: z.object({ track }),
} satisfies { [T in EffectType]: z.ZodType<EffectData[T]> };

const TYPES = Object.keys(Data) as EffectType[];
const Types = z.enum(TYPES);

/** Throws where this version doesn't know the effect. */
export function claimedEffect(row: EffectRow): ClaimedEffect {
  const type = Types.parse(row.type);
  const dueAt = row.dueAt.toISOString();
  const { generation, runId, partnerId, organizationId, claims } = row;
  return {
    type,
    jobKey: row.jobKey,
    data: Data[type].parse(row.data),
    due: { at: dueAt },
    lease: { effectId: row.id, leaseToken: row.leaseToken!, generation },
    ...{ runId, partnerId, organizationId, dueAt, claims },
  } as ClaimedEffect;
}
