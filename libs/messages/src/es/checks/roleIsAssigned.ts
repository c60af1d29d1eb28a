import type { CheckMessages } from '../../checkMessages.ts';

export const roleIsAssigned: CheckMessages<'roleIsAssigned'> = {
  title: 'La aplicación de Adobe puede usar la clave',
  expected:
    'El rol de cifrado exacto para la entidad de servicio de Adobe, en el almacén, por encima de él o en la clave',
  outcomes: {
    ok: '{foundRole} en {foundScope}',
    okDenialsNotRead:
      '{foundRole} en {foundScope}. No se pudo leer si una asignación de denegación lo bloquea ({reason})',
    perhapsDenied: {
      observed:
        '{foundRole} en {foundScope}, y la asignación de denegación «{denial}» en {denialScope}',
      cause:
        'La asignación de denegación quita {deniedActions} a un grupo, a todos salvo a un grupo, bajo una condición, o no a lo que está por debajo de su ámbito. No se puede leer si se aplica a la entidad de Adobe {principal}; en ese caso, prevalece sobre el rol.',
      remedy:
        'Almacén > Control de acceso (IAM) > Asignaciones de denegación: compruebe si {principal} está denegada. Si lo está, haga que se la excluya; si no, acéptelo con un motivo.',
    },
    denied: {
      observed:
        'La asignación de denegación «{denial}» en {denialScope} quita {deniedActions} a la entidad de Adobe',
      cause:
        'Una asignación de denegación prevalece sobre cualquier rol, así que {foundRole} en {foundScope} no surte efecto. Azure las crea para aplicaciones administradas y pilas de implementación.',
      remedy:
        'Pida a quien administra la aplicación administrada o la pila de implementación que excluya a la entidad {principal} (configuración de denegación > entidades excluidas), o use una clave de otro almacén. No se puede quitar en Control de acceso (IAM).',
    },
    broader: {
      observed: '{foundRole} en {foundScope}',
      cause:
        'Este rol permite más que leer, encapsular y desencapsular, que es todo lo que Adobe necesita.',
      remedy:
        'Asigne {role} ({roleGuid}) a la entidad {principal}, espere a que surta efecto y quite después el rol más amplio. O acéptelo con un motivo.',
    },
    conditional: {
      observed: '{foundRole} en {foundScope}, con una condición: {condition}',
      cause: 'Una condición puede bloquear a Adobe; no se puede leer si lo hace.',
      remedy:
        'Asigne {role} sin condición, o acepte esto con un motivo después de que lo confirme quien escribió la condición.',
    },
    absent: {
      observed: 'La entidad {principal} no tiene ningún rol en el almacén',
      cause: 'El consentimiento por sí solo no da acceso a una clave; el rol aún no está asignado.',
      remedy:
        'Almacén > Control de acceso (IAM) > Agregar asignación de roles > {role}, para la aplicación de Adobe; o el script de «Qué hacer». En un HSM administrado: RBAC local. Puede tardar hasta 10 minutos en surtir efecto.',
    },
    otherPrincipal: {
      observed: '{foundRole} está asignado a la entidad {foundPrincipal}',
      cause:
        'No es la entidad de servicio de Adobe, {principal}. Quizá se usó el ID de aplicación en lugar del ID de objeto, o la aplicación se eliminó y se le volvió a dar el consentimiento, lo que cambia el ID de objeto.',
      remedy:
        'Asigne {role} a la entidad de servicio con el ID de objeto {principal}. Compare los ID de aplicación, no los nombres.',
    },
    otherRole: {
      observed: 'La entidad de Adobe tiene {foundRole} en {foundScope}',
      cause: 'Ese rol no incluye leer, encapsular y desencapsular claves.',
      remedy: 'Asigne {role} ({roleGuid}) a la entidad {principal} en el almacén.',
    },
    otherScope: {
      observed: '{foundRole} está asignado en {foundScope}',
      cause: 'Ese ámbito no incluye la clave: es de otro almacén o de otra clave.',
      remedy: 'Asigne {role} a la entidad {principal} en el almacén {vault}.',
    },
    azureRoleOnHsm: {
      observed: '{foundRole} está asignado en RBAC de Azure, en {foundScope}',
      cause:
        'Un HSM administrado ignora los roles de Control de acceso (IAM); solo cuentan sus propios roles locales.',
      remedy:
        'En {vault} abra RBAC local > Agregar y asigne {role} ({roleGuid}) en /keys a la entidad {principal}. O ejecute el script de «Qué hacer».',
    },
    propagating: {
      observed: '{foundRole} se asignó hace un momento en {foundScope}',
      cause:
        'Una asignación de rol puede tardar hasta 10 minutos en surtir efecto en todas partes.',
      remedy: 'No hay que hacer nada: Keyway vuelve a comprobarlo el {until}.',
    },
    unclear: {
      observed: 'No se conocen los roles de la entidad de Adobe {principal}',
      cause: 'Aún no se conoce la entidad, o la respuesta de Azure estaba incompleta.',
      remedy: 'No hay que hacer nada: Keyway lo vuelve a leer automáticamente.',
    },
  },
};
