/**
 * The key is RSA or RSA-HSM (VAL-17), and an HSM key is not said to be in a Standard vault (VAL-14,
 * KEY-03).
 */
import { lowerCase } from '../lowerCase.ts';
import { subjectCheck } from '../catalog/defineCheck.ts';

export const keyTypeIsRsa = subjectCheck({
  step: 'KEY',
  order: 30,
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-17', 'VAL-14', 'AEP-13', 'KEY-02', 'KEY-03'],
  outcomes: { ok: 'PASS', otherType: 'BLOCK', hsmKeyInStandardVault: 'BLOCK' },
  evaluate: ({ kty }, { key, vault }) => {
    const type = kty.toLowerCase();
    const values = { key: key?.key ?? null, type: kty };
    if (type !== 'rsa' && type !== 'rsa-hsm') return { outcome: 'otherType', values };
    const impossible =
      type === 'rsa-hsm' && vault?.kind === 'vault' && lowerCase(vault.skuName) === 'standard';
    return { outcome: impossible ? 'hsmKeyInStandardVault' : 'ok', values };
  },
});
