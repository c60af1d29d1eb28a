import { NO_TRACK_APPLIES, type Readiness, type ReadinessCause } from '@keyway/core';
import { expect, it } from 'vitest';
import { describeReadiness } from './describeReadiness.ts';

const readiness = (causes: ReadinessCause[]): Readiness => ({
  ...{ outcome: 'UNKNOWN', causes, tracks: [], refusal: null, failed: false },
});

it('says once what keeps several steps', () => {
  const of = (step: ReadinessCause['step'], code: string): ReadinessCause => ({
    ...{ outcome: 'UNKNOWN', step, kind: 'CONNECTION', code },
  });
  const causes = [of('VAULT', 'azure'), of('APP_REGISTRATION', 'adobe'), of('KEY', 'azure')];
  expect(describeReadiness(readiness(causes), 'en')).toBe(
    'Vault, Key: Azure is not connected; App registration: Adobe is not connected',
  );
  expect(describeReadiness(readiness(causes), 'es')).toContain('Almacén, Clave: Azure');
  expect(describeReadiness(readiness([]), 'en')).toBeNull();
});

it('does not say of an organization without the chosen tracks that no run can be started', () => {
  const found = { ...readiness([NO_TRACK_APPLIES]), outcome: 'BLOCKED' } as const;
  expect(describeReadiness(found, 'en')).toBe(
    'None of the chosen tracks applies to the organization',
  );
  expect(describeReadiness(found, 'es')).toContain('Ninguna de las vías elegidas');
});
