/** Every word about checks in Spanish. */
import type { LanguageTexts } from './checkTexts.ts';
import { ES_ACCESS } from './es/access.ts';
import { ES_KEY } from './es/key.ts';
import { ES_VAULT } from './es/vault.ts';

export const ES = {
  checks: { ...ES_VAULT, ...ES_KEY, ...ES_ACCESS },
  unreadable: {
    denied: {
      observed: 'No se pudo leer: {message}',
      cause: 'Nuestra credencial se aceptó, pero no puede leer esto. Eso no dice nada sobre si está en orden.',
      remedy: 'Dé a la credencial el derecho a leerlo y compruebe de nuevo.',
    },
    deniedPermission: {
      observed: 'No se pudo leer: {message}',
      cause: 'A nuestra credencial le falta {permission}. Eso no dice nada sobre si está en orden.',
      remedy: 'Conceda {permission} a nuestra credencial y compruebe de nuevo. Puede tardar 10 minutos en surtir efecto.',
    },
    firewall: {
      observed: 'No se pudo leer: {message}',
      cause: 'El firewall del almacén no nos admite. No es un defecto de la clave.',
      remedy:
        'Conceda a nuestra credencial Microsoft.KeyVault/vaults/keys/read (por ejemplo, con el rol Lector en el almacén): entonces la clave se lee a través de Azure Resource Manager, sin pasar por el firewall.',
    },
    credential: {
      observed: 'No se pudo leer: {message}',
      cause: 'Nuestra credencial no se aceptó: su secreto caducó o se revocó, o es de otro inquilino.',
      remedy: 'Conecte de nuevo con un secreto de cliente nuevo y compruebe otra vez.',
    },
    throttled: {
      observed: 'No se pudo leer: demasiadas solicitudes ({message})',
      cause: 'La otra parte nos pide ir más despacio.',
      remedy: 'No hay que hacer nada: se vuelve a intentar automáticamente.',
    },
    unavailable: {
      observed: 'No se pudo leer: {message}',
      cause: 'La otra parte no respondió, o respondió con un fallo propio.',
      remedy: 'No hay que hacer nada: se vuelve a intentar automáticamente. Si dura, mire la página de estado de la nube.',
    },
    badResponse: {
      observed: 'No se pudo leer: {message}',
      cause: 'No se entendió la respuesta.',
      remedy: 'No hay que hacer nada: se vuelve a intentar automáticamente.',
    },
    rejected: {
      observed: 'No se pudo leer: {message}',
      cause: 'La otra parte rechazó exactamente esta solicitud (código {code}, HTTP {status}).',
      remedy: 'Revise los nombres y los ID indicados para esta organización y compruebe de nuevo.',
    },
  },
  unknownValue: 'desconocido',
  yes: 'sí',
  no: 'no',
} as const satisfies LanguageTexts;
