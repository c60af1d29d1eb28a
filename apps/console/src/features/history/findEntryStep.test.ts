import { expect, it } from 'vitest';
import { findEntryStep } from './findEntryStep.ts';

it.each([
  [
    { track: 'AEP', step: 'KEY', text: 'Expired' },
    { track: 'AEP', step: 'KEY' },
  ],
  [
    { track: 'CJA', facts: { step: 'VAULT', vault: null }, checks: [] },
    { track: 'CJA', step: 'VAULT' },
  ],
])('finds the step of %j', (data, place) => {
  expect(findEntryStep(data)).toEqual(place);
});

it.each([
  [null],
  ['AEP'],
  [{ track: 'AEP' }],
  [{ track: null, step: null }],
  [{ track: 'AEP', facts: [{ step: 'VAULT' }, { step: 'KEY' }] }],
  [{ track: 'AEP', step: '#other" onclick' }],
  [{ track: { id: 'AEP' }, step: 'KEY' }],
])('finds none in %j', (data) => {
  expect(findEntryStep(data)).toBeNull();
});
