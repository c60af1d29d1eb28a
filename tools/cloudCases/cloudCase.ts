/** One case: what is asked of a cloud, and what its answer must be. */
import { ConnectorError, type ReadFailure } from '@keyway/core';

export interface CloudCase {
  /** `azure.vaultByName`; stable, since targets name cases. */
  id: string;
  /** What the answer must be, for people. */
  expected: string;
  /** Why it can't be asked of this target; null where it can. */
  missing: string | null;
  /** Asks, and returns what was seen. */
  ask: () => Promise<unknown>;
  /** What differs from what is expected, one sentence each; empty where nothing does. */
  differences: (seen: unknown) => string[];
}

/** A failure as a case sees it: what the connector typed, without the upstream text. */
export type SeenFailure = { failure: Pick<ReadFailure, 'kind' | 'status' | 'code'> };

/** Facts, or the failure that a connector reports. Any other error is one of this program. */
export async function seen(call: () => Promise<unknown>): Promise<unknown> {
  try {
    return (await call()) ?? null;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const { kind, status, code } = error.failure;
    return { failure: { kind, status, code } };
  }
}

const shown = (value: unknown): string => JSON.stringify(value) ?? 'nothing';

/** Each expected fact must be there with exactly that value; others may be anything. */
export function differingFacts(expected: Record<string, unknown>, facts: unknown): string[] {
  const failed = failureIn(facts);
  if (failed) return [`facts were expected, and the call failed: ${shown(failed)}`];
  if (typeof facts !== 'object' || facts === null) return [`facts were expected: ${shown(facts)}`];
  const found = facts as Record<string, unknown>;
  return Object.entries(expected).flatMap(([name, value]) =>
    shown(found[name]) === shown(value)
      ? []
      : [`${name}: ${shown(value)} was expected, ${shown(found[name])} was seen`],
  );
}

export function failureIn(facts: unknown): SeenFailure['failure'] | null {
  const failure = (facts as Partial<SeenFailure> | null)?.failure;
  return failure && typeof failure === 'object' && 'kind' in failure ? failure : null;
}

/** A failure of this kind and, where `code` is given, of this code. */
export function differingFailure(
  expected: { kind: ReadFailure['kind']; code?: string },
  facts: unknown,
): string[] {
  const failure = failureIn(facts);
  if (!failure) return [`a failure of kind ${expected.kind} was expected, and the call succeeded`];
  return [
    ...(failure.kind === expected.kind
      ? []
      : [`a failure of kind ${expected.kind} was expected: ${shown(failure)}`]),
    ...(expected.code === undefined || failure.code === expected.code
      ? []
      : [`the code ${expected.code} was expected, ${shown(failure.code)} was seen`]),
  ];
}
