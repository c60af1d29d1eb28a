import { scenario } from './scenario.ts';

export const noWrapKey = scenario('The AEP key may not wrap (AEP-14).', ({ keys }) => {
  keys.AEP.keyOps = keys.AEP.keyOps.filter((name) => name !== 'wrapKey');
});
