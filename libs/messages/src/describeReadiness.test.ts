import type { Readiness, ReadinessCause } from '@keyway/core';
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
