import type { ReasonOf } from '@keyway/core';

export const accessRefusals = {
  idempotencyKeyLength:
    'La clave de idempotencia debe tener de 1 a {max} caracteres. Puede omitirse.',
  idempotencyKeyReused:
    'Esta clave de idempotencia se usó en otra solicitud en las últimas 24 horas. Use una nueva.',
  roleMissing:
    'Su rol {role} no permite ejecutar {mutation}. Se requiere {needed, select, OWNER {OWNER} other {{needed} u OWNER}}.',
  scopeMissing:
    'Este token no tiene el ámbito {scope}, necesario para la mutación {mutation}. Use un token que lo tenga.',
  tokenExpiresTooLate:
    'Un token no puede durar más que el token que lo crea. Elija una fecha hasta {expiresAt}.',
  tokenLimited:
    'Este token está limitado a ciertas organizaciones y no puede crear otras. Use un token sin ese límite.',
  tokenNotFound: 'Este token de API no existe.',
  tokenOrganizationsEmpty: 'Indique al menos una organización u omita la lista para todas.',
  tokenRoleTooHigh: 'Un token no puede tener un rol superior al de su creador. Su rol es {role}.',
  tokenScopeNotHeld: 'Un token no puede tener el ámbito {scope}, que su creador no tiene.',
  tokenScopesEmpty: 'Elija al menos uno de estos ámbitos: {scopes}.',
  tokenScopeUnknown: '«{scope}» no es un ámbito. Ámbitos disponibles: {scopes}.',
} satisfies Record<ReasonOf<'access'>, string>;
