/** Facts of wrong types count as absent, and never become a verdict. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK_IDS } from './catalog/catalog.ts';
import { evaluateStep } from './catalog/evaluateStep.ts';
import { parseStepFacts, storedObservation, type StepFacts } from './facts.ts';
import { OBSERVED_STEP_IDS, TRACK_IDS, VERDICTS } from './vocabulary.ts';
import {
  absent,
  aContext,
  aDenial,
  anAssignment,
  consentStep,
  keyStep,
  networkStep,
  registrationStep,
  roleStep,
  seen,
  unreadable,
  vaultStep,
} from '../testing/exampleFacts.ts';

const EXAMPLES: StepFacts[] = [
  vaultStep(),
  vaultStep(absent(), { deletedVault: { name: 'contoso-cmk', scheduledPurgeDate: null } }),
  networkStep(),
  keyStep(),
  keyStep({ current: { version: 'f'.repeat(32), enabled: null } }),
  registrationStep(),
  consentStep(),
  roleStep(anAssignment()),
  { ...roleStep(anAssignment()), denials: seen([aDenial()]) },
  { step: 'KEY', key: unreadable() },
];

type Json = Record<string, unknown>;
type Path = (string | number)[];
const pathsOf = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => [
        [...path, key],
        ...pathsOf(inner, [...path, key]),
      ])
    : [];
const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (inner as Json | null)?.[key], value);
const withChange = (facts: StepFacts, path: Path, value: unknown): StepFacts => {
  const copy = structuredClone(facts);
  (at(copy, path.slice(0, -1)) as Json)[path.at(-1)!] = value;
  return copy;
};
const typeOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;

/** One field of one example, with a value of a type that it does not have. */
const wrongField = fc.constantFrom(...EXAMPLES).chain((facts) =>
  fc.constantFrom(...pathsOf(facts).filter((path) => at(facts, path) !== null)).chain((path) =>
    fc
      .oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant([]), fc.constant({}))
      .filter((value) => typeOf(value) !== typeOf(at(facts, path)))
      .map((value) => ({ facts, path, value })),
  ),
);

describe('parseStepFacts', () => {
  it.each(EXAMPLES.map((facts) => [facts.step, facts] as const))(
    'keeps %s as it is',
    (_, facts) => {
      expect(parseStepFacts(structuredClone(facts))).toEqual(facts);
    },
  );

  it('keeps fields of a newer version', () => {
    const newer = withChange(keyStep(), ['key', 'value', 'attestation'], { kind: 'new' });
    expect(parseStepFacts(newer)).toEqual(newer);
  });

  it('takes a field of a wrong type for absent, or refuses all where absence means something', () => {
    fc.assert(
      fc.property(wrongField, ({ facts, path, value }) => {
        const parsed = parseStepFacts(withChange(facts, path, value));
        const left = parsed === null ? null : at(parsed, path);
        expect([null, undefined, '', 'badResponse']).toContain(left);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [keyStep(), ['key', 'value', 'expires'], 'soon'],
    [keyStep(), ['key', 'value', 'keyOps'], 'wrapKey'],
    [vaultStep(), ['vault', 'value', 'enablePurgeProtection'], 'true'],
    [vaultStep(), ['otherOrganizations'], 'many'],
    [networkStep(), ['vault', 'value', 'publicNetworkAccess'], false],
    [networkStep(), ['vault', 'value', 'networkAcls'], []],
    [roleStep(anAssignment()), ['assignments', 'value', 0, 'condition'], 7],
    [{ ...roleStep(), denials: seen([aDenial()]) }, ['denials', 'value', 0, 'principals'], 'all'],
  ] satisfies [StepFacts, Path, unknown][])(
    'refuses another type in place of a field that means something when absent (%#)',
    (facts, path, value) => {
      expect(parseStepFacts(withChange(facts, path, value))).toBeNull();
    },
  );

  it('is total, and what it lets through can be evaluated', () => {
    const names = ['vault', 'key', 'registration', 'servicePrincipal', 'assignments', 'denials'];
    const junk = fc.oneof(
      fc.anything({ withNullPrototype: true }),
      fc.record({
        outcome: fc.constantFrom('seen', 'absent', 'unreadable'),
        value: fc.anything(),
        failure: fc.anything(),
      }),
    );
    const arbitrary = fc
      .record({ step: fc.constantFrom(...OBSERVED_STEP_IDS) })
      .chain(({ step }) =>
        fc.dictionary(fc.constantFrom(...names), junk).map((rest) => ({ ...rest, step })),
      );
    const changed = wrongField.map(({ facts, path, value }) => withChange(facts, path, value));
    fc.assert(
      fc.property(
        fc.oneof(arbitrary, changed, fc.anything()),
        fc.constantFrom(...TRACK_IDS),
        (value, track) => {
          const facts = parseStepFacts(value);
          for (const result of facts ? evaluateStep(facts, aContext({ track })) : []) {
            expect(VERDICTS).toContain(result.verdict);
            expect(CHECK_IDS).toContain(result.check);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('storedObservation', () => {
  it.each([
    [keyStep(), 'seen'],
    [vaultStep(absent()), 'absent'],
    [{ step: 'VAULT', vault: { outcome: 'absent' } }, 'absent'],
    [{ step: 'KEY', key: unreadable() }, 'unreadable'],
    [{ step: 'KEY', key: { outcome: 'other' } }, undefined],
    [{ step: 'NEXT' }, undefined],
    [null, undefined],
  ])('reads what a history entry holds (%#)', (facts, outcome) => {
    expect(storedObservation(facts)?.outcome).toBe(outcome);
  });
});
