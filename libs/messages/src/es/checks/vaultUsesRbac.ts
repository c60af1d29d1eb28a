import type { CheckMessages } from '../../checkMessages.ts';

export const vaultUsesRbac: CheckMessages<'vaultUsesRbac'> = {
  title: 'El acceso se concede con roles de Azure',
  expected: 'enableRbacAuthorization es true',
  outcomes: {
    ok: 'Control de acceso basado en rol de Azure',
    localRbac: 'Un HSM administrado concede el acceso con sus propios roles locales',
    accessPolicies: {
      observed: 'Directivas de acceso del almacén',
      cause:
        'El almacén usa el modelo de permisos antiguo, en el que el rol que Adobe necesita no tiene efecto.',
      remedy:
        'Dé primero un rol equivalente a todos los que hoy usan {vault}: el cambio anula de inmediato todas las directivas de acceso. Después, Configuración > Configuración de acceso > Control de acceso basado en rol de Azure, o az keyvault update --name {vault} --enable-rbac-authorization true. Hace falta ser Propietario o Administrador de acceso de usuario.',
    },
  },
};
