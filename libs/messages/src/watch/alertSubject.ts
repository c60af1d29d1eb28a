/** What an alert is about, as it was stored; null in a form that another version wrote. */
import { CHECK_IDS, CONNECTOR_ERROR_KINDS, WATCHED_STEPS } from '@keyway/core';
import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean()]).nullable();
const text = z.string().nullable();

const StoredSubject = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('check'),
    check: z.enum(CHECK_IDS),
    outcome: z.string(),
    values: z.record(z.string(), value).catch({}),
  }),
  z.object({ kind: z.literal('difference'), field: z.string(), approved: text, now: text }),
  z.object({
    kind: z.literal('configuration'),
    ...{ name: z.string(), approved: z.string(), now: z.string() },
  }),
  z.object({ kind: z.literal('version'), version: z.string() }),
  z.object({
    kind: z.literal('unread'),
    step: z.enum(WATCHED_STEPS),
    failure: z
      .object({
        kind: z.enum(CONNECTOR_ERROR_KINDS),
        message: z.string(),
        code: text,
        status: z.number().nullable(),
      })
      .nullable()
      .catch(null),
  }),
  z.object({ kind: z.literal('expiry'), expires: z.string(), days: z.number() }),
  z.object({ kind: z.literal('rotation'), version: text, former: z.string(), until: text }),
  z.object({ kind: z.literal('unsafeVersion'), version: z.string(), until: text }),
]);
export type DescribedSubject = z.infer<typeof StoredSubject>;

export const alertSubject = (stored: unknown): DescribedSubject | null =>
  StoredSubject.safeParse(stored).data ?? null;
