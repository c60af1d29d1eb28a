/** Azure Key Vault: vaults, identifiers and keys. */
import type { RuleId } from '@keyway/core';

export const keyVaultRules = {
  'KV-01': 'Los almacenes nuevos tienen eliminación temporal; no se puede desactivar',
  'KV-02': 'La retención es de 7 a 90 días, 90 de forma predeterminada, y solo se fija al crear',
  'KV-03':
    'La protección contra purga empieza desactivada y, una vez activada, nadie puede desactivarla',
  'KV-04': 'Si falta enablePurgeProtection, está desactivada',
  'KV-05': 'enableRbacAuthorization false o null significa directivas de acceso',
  'KV-06': 'Pasar a RBAC anula de inmediato todas las directivas de acceso',
  'KV-07': 'Estándar guarda claves de software; Premium también guarda claves HSM',
  'KV-08':
    'Los nombres de almacén son globales; el de uno eliminado temporalmente sigue ocupado hasta su purga',
  'KV-09': 'Recuperar un almacén no restaura sus asignaciones de roles ni suscripciones a eventos',
  'KV-10': 'Mover un almacén a otro inquilino o suscripción rompe sus asignaciones de roles',
  'KV-11': 'Un almacén por aplicación, entorno y región',
  'KV-12': 'Key Vault limita con 429; espere 1, 2, 4, 8 y 16 segundos',
  'KV-13': '403 es un permiso o el firewall; 401, el token; códigos de error de Key Vault',
  'KID-01': 'Hosts del identificador por nube: pública, China y US Government',
  'KID-02': 'Los identificadores de nubes soberanas son válidos, pero no se admiten',
  'KID-03':
    'Nombre de almacén: de 3 a 24 letras, dígitos y guiones sueltos, empezando por una letra',
  'KID-04': 'Nombre de clave: de 1 a 127 letras, dígitos y guiones',
  'KID-05': 'Una versión tiene 32 caracteres, en la práctica hexadecimales en minúsculas',
  'KID-06': 'La versión del ejemplo de Adobe no es hexadecimal',
  'KID-07': 'Los identificadores de clave se comparan sin distinguir mayúsculas de minúsculas',
  'KID-08': 'Los secretos y certificados son objetos distintos de las claves',
  'KID-09':
    'A Adobe se le envía el identificador con versión; el identificador base sirve para comparar',
  'KID-10': 'No está documentado si Adobe acepta un identificador sin versión',
  'KEY-01': 'Las claves RSA de Azure tienen 2048, 3072 o 4096 bits',
  'KEY-02': 'Las claves EC y simétricas se rechazan',
  'KEY-03': 'RSA-HSM requiere Premium; un HSM administrado guarda solo claves HSM',
  'KEY-04': 'Las operaciones de clave se escriben en camel case',
  'KEY-05': 'Fuera de sus fechas una clave aún desencapsula; deshabilitada no hace nada',
  'KEY-06': 'Un nivel de recuperación que contiene Purgeable no es seguro',
  'KEY-07': 'Claves de software: FIPS 140-2 nivel 1; claves HSM: nivel 2 o 140-3 nivel 3',
  'KEY-08': 'Key Vault nunca exporta claves',
} satisfies Partial<Record<RuleId, string>>;
