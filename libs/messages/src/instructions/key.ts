/** KEY: an RSA key of at least 3072 bits that may wrap and unwrap (AEP-13..18). */
import { code } from './quoting.ts';
import { both, type Draft } from './instruction.ts';
import { keyScripts, keyStateOf } from './keyScripts.ts';
import { LABELS } from './labels.ts';
import { or, type Setting } from './setting.ts';

export function keyInstructions(s: Setting): Draft {
  const [vault, key] = [code(or(s.vault, 'vault')), code(or(s.key, 'key'))];
  const state = keyStateOf(s.keyFacts);
  const officer = s.isHsm ? 'Managed HSM Crypto User' : 'Key Vault Crypto Officer';
  return {
    lines: [
      both(
        `You need the role **${officer}** on ${vault}; creating a vault does not give it.`,
        `Necesita el rol **${officer}** en ${vault}; crear un almacén no lo otorga.`,
      ),
      state === 'unfit' &&
        both(
          `${key} exists and can never become right: type and size of a key cannot be changed. Create another one, and provide its identifier here.`,
          `${key} existe y nunca podrá ser válida: el tipo y el tamaño de una clave no se pueden cambiar. Cree otra e indique aquí su identificador.`,
        ),
      state === 'new' || state === 'unfit'
        ? both(
            `Open ${vault} > **Keys > Generate/Import** and create ${state === 'unfit' ? 'a key' : key}: type **RSA** or **RSA-HSM**, size **3072** or **4096**.`,
            `Abra ${vault} > **Claves > Generar o importar** y cree ${state === 'unfit' ? 'una clave' : key}: tipo **RSA** o **RSA-HSM**, tamaño **3072** o **4096**.`,
          )
        : both(
            `Open ${vault} > **Keys** > ${key}. It exists: do not create it again, which would make a new version.`,
            `Abra ${vault} > **Claves** > ${key}. Ya existe: no la cree de nuevo, porque se crearía una versión nueva.`,
          ),
      both(
        'Permitted operations: at least **Wrap Key** and **Unwrap Key**.',
        'Operaciones permitidas: al menos **Encapsular clave** y **Desencapsular clave**.',
      ),
      both(
        'Enabled, without an activation date in the future. Without an expiry date, or with one and a rotation policy that rotates.',
        'Habilitada y sin fecha de activación futura. Sin fecha de caducidad, o con ella y una directiva que la rote.',
      ),
      both(
        'Open the current version, copy **Key Identifier** and provide it here. Name and vault are for good.',
        'Abra la versión actual, copie **Identificador de clave** e indíquelo aquí. El nombre y el almacén son definitivos.',
      ),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.key, s.key],
      [LABELS.keyIdentifier, s.keyIdentifier],
    ],
    scripts: keyScripts(s),
  };
}
