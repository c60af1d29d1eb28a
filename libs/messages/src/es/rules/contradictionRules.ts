/** Where documents contradict each other or are silent, and what Keyway does. */
import type { RuleId } from '@keyway/core';

export const contradictionRules = {
  'GAP-01':
    'Mayúsculas del nombre de la configuración: el ejemplo de Adobe se contradice; cuenta el nombre exacto',
  'GAP-02':
    'El nombre de la respuesta no es el de la configuración; se asocia por el nombre enviado y el ID',
  'GAP-03': 'Una versión que no es hexadecimal es un aviso; otras longitudes se rechazan',
  'GAP-04':
    'El consentimiento y el rol son independientes; el consentimiento nunca cierra el paso del rol',
  'GAP-05': 'El caso lleva el identificador de clave y la dirección del almacén',
  'GAP-06': 'Content-Type se envía siempre',
  'GAP-07':
    'Azure desencapsula con una clave expirada y Adobe puede purgar: se avisa pronto y se trata como grave',
  'GAP-08': 'Después de recuperar un almacén el rol se asigna de nuevo',
  'GAP-09':
    'Cosmos DB como servicio de confianza es contradictorio: un aviso; decide el trabajo de Adobe',
  'GAP-10':
    'La dirección de Adobe se recomienda y se exige; sin ella un almacén restringido se rechaza',
  'GAP-11': 'Los HSM administrados no se admitían y ahora se admiten',
  'GAP-12': 'El permiso aparece impreso en singular y en plural',
  'GAP-13': 'El rol del HSM está en RBAC local, no en Control de acceso',
  'GAP-14': 'Las duraciones discrepan; el tiempo por sí solo nunca es un error',
  'GAP-15':
    'Journey Optimizer en AWS necesita una confirmación escrita; nunca se completa automáticamente',
  'GAP-16': 'Enlace a las guías reales',
  'GAP-17': 'El texto habla de suscripciones; el mecanismo, de inquilinos',
  'GAP-18': 'El consentimiento lo demuestra el directorio, no la página que aparece',
  'GAP-19':
    'CJA no indica requisitos de almacén ni de clave: base de Keyway, aceptable con un motivo',
  'GAP-20': 'Las directivas de acceso aparecen en las alertas aunque se requiere RBAC',
  'GAP-21': 'Key disablement es otro nombre de Key access disabled',
  'GAP-22': 'Las causas que se superponen se tratan como de clase de purga',
  'GAP-23': 'Las cargas de las alertas no se publican: se guardan sin procesar',
  'GAP-24': 'Si lo reversible y lo irreversible se contradicen, se prevé lo peor',
  'GAP-25': 'Directiva de AWS: combinar, no sobrescribir',
  'GAP-26': 'NDL2 se lee como NLD2',
  'GAP-27': '3027 es una errata de 3072',
  'GAP-28': 'Adobe exige 3072 bits donde Microsoft los recomienda',
  'GAP-29': 'La URL de autenticación se abre en un navegador, no se pega en un rol',
  'GAP-30': 'Solo se envía keyVaultKeyIdentifier',
  'GAP-31':
    'Las respuestas al POST no están documentadas: se acepta cualquier 2xx y se lee por nombre',
  'GAP-32': 'La dirección de Adobe reemplaza el marcador de posición de una página anterior',
  'GAP-33': 'Se agregan cuatro instrucciones, con lo que son cinco',
  'GAP-34': 'Cuenta la referencia de alertas más reciente y estricta',
  'GAP-35': 'La recuperación sin protección contra purga funciona solo hasta que alguien purga',
} satisfies Partial<Record<RuleId, string>>;
