/** What an observation of one thing is, and how stored ones are read. */
import { z } from 'zod';
import { CONNECTOR_ERROR_KINDS } from './connectorError.ts';

/**
 * Connectors build facts from responses; these schemas read stored ones. A value of another type
 * counts as absent, and is refused where absence has a meaning (KV-04, KV-05, NET-01). Fields of a
 * newer version are kept.
 */
export const textOrNull = z.string().nullable().catch(null);
export const booleanOrNull = z.boolean().nullable().catch(null);
export const numberOrNull = z.number().nullable().catch(null);
export const textList = z.array(z.string());

/** Keeps unknown fields, without an index signature in the type. */
export const looseObject = <T extends z.ZodRawShape>(shape: T) =>
  // Cast: zod's type of a loose object has an index signature, which accepts any misspelled field.
  z.looseObject(shape) as unknown as z.ZodObject<T>;

const readFailureSchema = looseObject({
  kind: z.enum(CONNECTOR_ERROR_KINDS).catch('badResponse'),
  /** The upstream message, verbatim; empty where nothing answered. */
  message: z.string().catch(''),
  /** HTTP status, where there was an answer. */
  status: numberOrNull,
  /** The upstream code, verbatim (`ForbiddenByFirewall`, `403025`, `AADSTS7000215`). */
  code: textOrNull,
  /** What has to be granted, if known (`Microsoft.KeyVault/vaults/read`). */
  permission: textOrNull,
  /** Seconds to wait, as the cloud asked. Never shortened by KEYWAY_POLL_SCALE. */
  retryAfterSeconds: numberOrNull,
  /** Which host was called, where the cloud has several (Adobe's sign-in, its region hosts). */
  host: z.string().optional().catch(undefined),
});
/** Why a cloud could not be read, or refused a call. It holds no secret and is shown to people. */
export type ReadFailure = z.infer<typeof readFailureSchema>;

/**
 * One thing that was observed: seen, proven absent, or unreadable. "Could not check" is never
 * "failed" and never "passed".
 */
export type Observed<T> =
  | { outcome: 'seen'; value: T }
  | { outcome: 'absent'; detail: string; failure?: ReadFailure | undefined }
  | { outcome: 'unreadable'; failure: ReadFailure };

export const observedSchema = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('outcome', [
    looseObject({ outcome: z.literal('seen'), value }),
    looseObject({
      outcome: z.literal('absent'),
      detail: z.string().catch(''),
      failure: readFailureSchema.optional().catch(undefined),
    }),
    looseObject({ outcome: z.literal('unreadable'), failure: readFailureSchema }),
  ]);
