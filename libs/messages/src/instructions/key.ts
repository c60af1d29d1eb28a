/** KEY: an RSA key of at least 3072 bits that may wrap and unwrap (AEP-13..18). */
import type { DraftOf } from './instruction.ts';
import { keyScripts, keyStateOf } from './keyScripts.ts';
import { code } from './quoting.ts';
import { or, type Setting } from './setting.ts';

export function keyInstructions(s: Setting): DraftOf<'key'> {
  const [vault, key] = [code(or(s, 'vault')), code(or(s, 'key'))];
  const state = keyStateOf(s.keyFacts);
  const role = s.isHsm ? 'Managed HSM Crypto User' : 'Key Vault Crypto Officer';
  const isCreated = state === 'new' || state === 'unfit';
  return {
    group: 'key',
    lines: [
      ['needRole', { role, vault }],
      state === 'unfit' && ['unfit', { key, byLink: s.byLink }],
      isCreated
        ? ['create', { vault, key: state === 'unfit' ? null : key }]
        : ['exists', { vault, key }],
      'operations',
      'dates',
      ['copy', { byLink: s.byLink }],
    ],
    values: [
      ['vault', s.vault],
      ['key', s.key],
      ['keyIdentifier', s.keyIdentifier],
    ],
    scripts: keyScripts(s),
  };
}
