import { scenario } from './scenario.ts';

export const sharedVault = scenario('The CJA key lies in the AEP vault (CJA-04).', ({ keys }) => {
  keys.CJA.vault = 'AEP';
});
