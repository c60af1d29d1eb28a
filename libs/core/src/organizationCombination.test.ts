import { expect, it } from 'vitest';
import { DrivenRun } from '../testing/drivenRun.ts';
import { organizationCombination } from './organizationCombination.ts';
import { CLOUDS, REGIONS, SHIELDS } from './vocabulary.ts';

const everyCombination = CLOUDS.flatMap((cloud) =>
  REGIONS.flatMap((region) => SHIELDS.map((shield) => ({ cloud, region, shield }))),
);

it('takes a combination exactly where Adobe offers it (AWS-01, REG-05, ENT-02)', () => {
  const taken = everyCombination.filter(
    (organization) => organizationCombination(organization) === null,
  );
  expect(taken.filter(({ cloud }) => cloud === 'AWS')).toEqual([
    { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
  ]);
  expect(taken.filter(({ cloud }) => cloud === 'AZURE')).toHaveLength(
    (REGIONS.length - 1) * SHIELDS.length,
  );
  expect(taken.some(({ cloud, region }) => cloud === 'AZURE' && region === 'VA6')).toBe(false);
});

it('names the field to correct', () => {
  expect(
    organizationCombination({ cloud: 'AWS', region: 'VA7', shield: 'HEALTHCARE_SHIELD' })?.field,
  ).toEqual(['region']);
  expect(
    organizationCombination({ cloud: 'AWS', region: 'VA6', shield: 'HEALTHCARE_SHIELD' })?.field,
  ).toEqual(['shield']);
  expect(
    organizationCombination({ cloud: 'AZURE', region: 'VA6', shield: 'HEALTHCARE_SHIELD' })?.field,
  ).toEqual(['region']);
});

it.each(everyCombination)(
  'a run of $cloud in $region with $shield starts only where the combination is possible',
  (organization) => {
    const start = (): DrivenRun => new DrivenRun({ organization });
    if (organizationCombination(organization) === null)
      expect(start().run.organization).toMatchObject(organization);
    else expect(start).toThrow(/INVALID_INPUT|NOT_ENTITLED/);
  },
);
