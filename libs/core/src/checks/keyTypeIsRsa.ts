/**
 * The key is RSA or RSA-HSM (VAL-17), and an HSM key is not said to be in a Standard vault (VAL-14,
 * KEY-03).
 */
import { checkSubject } from '../catalog/defineCheck.ts';
import { lowerOf, textOf } from './lenient.ts';

export const keyTypeIsRsa = checkSubject({
  step: 'KEY',
  tracks: ['AEP', 'CJA'],
  overridableOn: ['CJA'],
  rules: ['VAL-17', 'VAL-14', 'AEP-13', 'KEY-02', 'KEY-03'],
  outcomes: {
    ok: 'PASS',
    otherType: 'BLOCK',
    hsmKeyInStandardVault: 'BLOCK',
    notStated: 'UNKNOWN',
  },
  evaluate: (keyFacts, { key, vault }) => {
    const type = lowerOf(keyFacts.kty);
    const values = { key: key?.key ?? null, type: textOf(keyFacts.kty) };
    if (type === null) return { outcome: 'notStated', values };
    if (type !== 'rsa' && type !== 'rsa-hsm') return { outcome: 'otherType', values };
    const impossible =
      type === 'rsa-hsm' && vault?.kind === 'vault' && lowerOf(vault.skuName) === 'standard';
    return { outcome: impossible ? 'hsmKeyInStandardVault' : 'ok', values };
  },
});
