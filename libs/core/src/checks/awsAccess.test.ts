/** AccessDenied on each call of AWS: unknown, with the permission named, never failed. */
import { expect, it } from 'vitest';
import { KMS_DENIED } from '../../testing/kmsOutcomeCases.ts';
import { aContext } from '../../testing/exampleFacts.ts';
import { POLICY_CONTEXT } from '../../testing/policyOutcomeCases.ts';
import { evaluateStep } from '../catalog/evaluateStep.ts';
import type { StepFacts } from '../facts.ts';

it.each(KMS_DENIED)('$permission', ({ permission, facts, unknown }) => {
  const results = evaluateStep(facts as StepFacts, aContext(POLICY_CONTEXT));
  const denied = results.filter(({ verdict }) => verdict === 'UNKNOWN');
  expect(denied.map(({ check }) => check)).toEqual(expect.arrayContaining([...unknown]));
  expect(results.filter(({ verdict }) => verdict === 'BLOCK')).toEqual([]);
  for (const result of denied)
    expect(result).toMatchObject({
      outcome: 'unreadable',
      values: { permission },
      needs: { permission, kind: 'denied', actor: 'STEP' },
    });
});
