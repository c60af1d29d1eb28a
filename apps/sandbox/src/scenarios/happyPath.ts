import { scenario } from './scenario.ts';

export const happyPath = scenario(
  'Everything is ready: vaults, keys, consent and roles, for longer than any propagation takes.',
  () => {},
);
