/** Asks the cases one after another and writes down what was asked, seen and expected. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';
import type { CloudCase } from './cloudCase.ts';

export type Outcome = 'agrees' | 'differs' | 'notOffered';

export interface CaseResult {
  id: string;
  outcome: Outcome;
  /** Each request, `GET https://host/path`, in order. */
  asked: string[];
  expected: string;
  /** Facts, `{ failure }`, or null where nothing was asked. */
  seen: unknown;
  /** Why it differs, or is not offered. */
  because: string[];
}

const CHANNEL = 'http.client.request.start';

/** @param notOffered IDs of cases that the target does not offer */
export async function runCases(
  cases: readonly CloudCase[],
  notOffered: readonly string[],
  report: (result: CaseResult) => void = () => undefined,
): Promise<CaseResult[]> {
  const results: CaseResult[] = [];
  for (const one of cases) {
    const why = notOffered.includes(one.id) ? 'the target says so' : one.missing;
    const result = why === null ? await run(one) : skipped(one, why);
    results.push(result);
    report(result);
  }
  return results;
}

const skipped = ({ id, expected }: CloudCase, why: string): CaseResult => ({
  ...{ id, outcome: 'notOffered', asked: [], expected, seen: null, because: [why] },
});

async function run({ id, expected, ask, differences }: CloudCase): Promise<CaseResult> {
  const asked: string[] = [];
  const note = (message: unknown): void => {
    const { method, host, path } = (message as { request: ClientRequest }).request;
    asked.push(`${method} https://${host}${path}`);
  };
  subscribe(CHANNEL, note);
  try {
    const seen = await ask();
    const because = differences(seen);
    return {
      id,
      outcome: because.length === 0 ? 'agrees' : 'differs',
      asked,
      expected,
      seen,
      because,
    };
  } finally {
    unsubscribe(CHANNEL, note);
  }
}
