/**
 * Evidence holds the fields that are listed, and its hashes stay what earlier versions computed: an
 * approval that was given before an upgrade stands after it.
 */
import { describe, expect, it } from 'vitest';
import pinned from '../fixtures/evidence-hashes.json' with { type: 'json' };
import version2 from '../fixtures/runs-of-version-2.json' with { type: 'json' };
import version3 from '../fixtures/runs-of-version-3.json' with { type: 'json' };
import { DrivenRun } from '../testing/drivenRun.ts';
import { evidenceExamples } from '../testing/evidenceExamples.ts';
import { factsExcept } from '../testing/factsExcept.ts';
import { goodFacts } from '../testing/goodFacts.ts';
import { evidenceHash } from './evidence.ts';
import { evidenceOfFacts } from './evidenceOfFacts.ts';
import type { StepFacts } from './facts.ts';
import type { Run } from './run.ts';
import { upcastRun } from './upcastRun.ts';
import { OBSERVED_STEP_IDS, TRACK_IDS } from './vocabulary.ts';

const hashesOf = (runs: Record<string, Run>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(runs).flatMap(([name, run]) =>
      TRACK_IDS.filter((track) => run.tracks[track].applicable).map((track) => [
        `${name} ${track}`,
        evidenceHash(run, track),
      ]),
    ),
  );
const upcastAll = (stored: Record<string, { planVersion: number }>): Record<string, Run> =>
  Object.fromEntries(Object.entries(stored).map(([name, run]) => [name, upcastRun(run)]));

function runWith(facts: StepFacts): Run {
  const driven = new DrivenRun();
  driven.world = factsExcept(facts);
  return driven.prepare().run;
}

describe('the hash of the evidence', () => {
  it.each([
    ['plan version 2', upcastAll(version2), pinned.version2],
    ['plan version 3', upcastAll(version3), pinned.version3],
  ])('of runs of %s stays as it was', (_version, runs, hashes) => {
    expect(hashesOf(runs)).toEqual(hashes);
  });

  it.each(evidenceExamples)('of a run with %s stays as it was', (name, facts) => {
    expect(evidenceHash(runWith(facts), 'AEP')).toBe(
      (pinned.examples as Record<string, string>)[name],
    );
  });
});

describe('a field that is not listed as evidence', () => {
  /** Adds a field to every object. */
  const withUnknownField = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(withUnknownField);
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, field]) => [name, withUnknownField(field)]);
    return { ...Object.fromEntries(fields), unlisted: 'x' } as unknown;
  };
  const allFacts = [
    ...OBSERVED_STEP_IDS.map((step) => goodFacts('AEP', step)),
    ...evidenceExamples.map(([, facts]) => facts),
  ];

  it.each(allFacts)('is none, wherever it is: %#', (facts) => {
    const evidence = JSON.stringify(evidenceOfFacts(withUnknownField(facts) as StepFacts));
    expect(evidence).toBe(JSON.stringify(evidenceOfFacts(facts)));
    expect(evidence).not.toContain('unlisted');
  });
});
