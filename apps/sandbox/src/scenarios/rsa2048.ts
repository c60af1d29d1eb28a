import { scenario } from './scenario.ts';

export const rsa2048 = scenario('The AEP key is too small (AEP-13).', ({ keys }) => {
  keys.AEP.bits = 2048;
});
