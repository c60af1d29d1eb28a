import { scenario } from './scenario.ts';

export const expiredKey = scenario('The AEP key expired yesterday (AEP-15).', ({ keys, now }) => {
  keys.AEP.exp = Math.floor(now / 1000) - 24 * 3600;
});
