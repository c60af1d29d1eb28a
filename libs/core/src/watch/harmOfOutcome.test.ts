import { describe, expect, it } from 'vitest';
import { CATALOG, CHECK_IDS, CHECKS } from '../catalog/catalog.ts';
import { isWatchedCheck, harmOfOutcome } from './harmOfOutcome.ts';
import { HEALTHS, worstHealth } from './health.ts';

/** Entered or sent during the set-up; nobody can change them at the cloud afterwards. */
const NOT_WATCHED = [
  'keyIdentifierIsValid',
  'kmsKeyArnIsValid',
  'appRegistrationHoldsTogether',
  'platformHostIsKnown',
  'roleCanBeAssigned',
  'bodyNamesSameOrganization',
  'configurationIsTaken',
  'configurationNameIsSafe',
  'configurationStatusIsRead',
  'shieldIsEntitled',
];

describe('the table of harm', () => {
  it('names every check that a cloud answers', () => {
    const unwatched = CHECK_IDS.filter((check) => !isWatchedCheck(check));
    expect(unwatched.toSorted()).toEqual(NOT_WATCHED.toSorted());
  });

  it.each(
    CHECK_IDS.filter(isWatchedCheck).flatMap((check) =>
      Object.entries(CHECKS[check].outcomes)
        .filter(([, verdict]) => verdict === 'BLOCK' || verdict === 'WARN')
        .map(([outcome]) => [check, outcome] as const),
    ),
  )('says what %s: %s does', (check, outcome) => {
    const isSaidElsewhere = ['networkAdmitsAdobe vaultAbsent', 'kmsKeyRotates notRead'].includes(
      `${check} ${outcome}`,
    );
    expect(harmOfOutcome(check, outcome) === null).toBe(isSaidElsewhere);
  });

  it.each(CHECK_IDS.filter(isWatchedCheck))(
    'says nothing of what %s passes or cannot know',
    (check) => {
      for (const [outcome, verdict] of Object.entries(CATALOG[check].outcomes))
        if (verdict === 'PASS' || verdict === 'UNKNOWN')
          expect(harmOfOutcome(check, outcome)).toBeNull();
    },
  );
});

describe('worstHealth', () => {
  it('takes the first in the order of the contract', () => {
    for (const [index, health] of HEALTHS.entries())
      expect(worstHealth([...HEALTHS.slice(index)].reverse())).toBe(health);
    expect(worstHealth([])).toBe('NOT_WATCHED');
  });
});
