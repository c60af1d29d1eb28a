/** Words of the APP_REGISTRATION, CONSENT, ROLE, ENTITLEMENT and SUBMISSION checks, in Spanish. */
import type { AllCheckTexts } from '../checkTexts.ts';

const REGISTRATION_REMEDY =
  'No abra la URL. Compárela con la página de Adobe (Administración > Cifrado > Claves gestionadas por el cliente > Configurar) y comunique la diferencia a Adobe Customer Care.';

export const ES_ACCESS = {
  platformHostIsKnown: {
    title: 'Se conoce el host de Adobe para esta región',
    expected: 'Un host de Experience Platform documentado',
    outcomes: {
      ok: '{host}',
      unconfirmed: {
        observed: '{host}',
        cause:
          'Adobe documenta este host para la región {region}, pero no para claves gestionadas por el cliente; sigue el mismo patrón que los demás.',
        remedy:
          'Pida al equipo de cuenta de Adobe que confirme el host y acepte esto con su respuesta.',
      },
      noHost: {
        observed: 'No se conoce ningún host para la región {region}',
        cause:
          'Adobe no documenta ningún host de Experience Platform para esta región, y un token solo se envía a hosts documentados.',
        remedy:
          'Compruebe con Adobe la región de la organización. Si es correcta, haga la configuración en la página de Adobe y declare aquí los pasos.',
      },
    },
  },
  appRegistrationHoldsTogether: {
    title: 'El registro de la aplicación de Adobe concuerda',
    expected:
      'Un solo ID de aplicación, una sola dirección de Adobe y el host de inicio de sesión de Microsoft',
    outcomes: {
      ok: 'Aplicación {applicationId} ({name})',
      absent: {
        observed: 'Adobe no tiene registro de la aplicación para esta organización: {answer}',
        cause:
          'Quizá la organización no tenga el derecho, o su región no sea {region}, a cuyo host {platformHost} se preguntó.',
        remedy:
          'Compruebe el shield y la región de la organización. Si ambos son correctos, pida a Adobe Customer Care el registro de la aplicación.',
      },
      incomplete: {
        observed:
          'A la respuesta de Adobe le faltan el ID de aplicación, el nombre o las direcciones',
        cause: 'La respuesta está incompleta.',
        remedy:
          'Compruebe más tarde. Si persiste, tome los valores de la página de cifrado de Adobe y comuníquelo a Adobe Customer Care.',
      },
      otherSignInHost: {
        observed: 'La URL de la aplicación {applicationId} no lleva a login.microsoftonline.com',
        cause:
          'Una URL de consentimiento tiene que ser de Microsoft; esta lleva a otro sitio y puede estar manipulada.',
        remedy: REGISTRATION_REMEDY,
      },
      otherClient: {
        observed: 'La URL pide el consentimiento para otra aplicación que {applicationId}',
        cause:
          'client_id y applicationId difieren; quien consienta daría acceso a la aplicación equivocada.',
        remedy: REGISTRATION_REMEDY,
      },
      otherRedirect: {
        observed: 'La URL no lleva de vuelta a {applicationUri}',
        cause:
          'redirect_uri y applicationUri difieren; el código del consentimiento se enviaría a otro sitio.',
        remedy: REGISTRATION_REMEDY,
      },
      otherAdobeHost: {
        observed: 'La dirección de la aplicación es {applicationUri}',
        cause: 'No es una dirección de adobe.com.',
        remedy: REGISTRATION_REMEDY,
      },
      otherName: {
        observed: '{applicationUri} no termina en {name}',
        cause: 'El nombre y la dirección de la aplicación no se corresponden.',
        remedy: REGISTRATION_REMEDY,
      },
      unclear: {
        observed: 'No se entiende la respuesta de Adobe',
        cause: 'No tiene la forma documentada.',
        remedy: 'No hay que hacer nada: se vuelve a leer automáticamente.',
      },
    },
  },
  servicePrincipalExists: {
    title: 'La aplicación de Adobe tiene el consentimiento en el inquilino del almacén',
    expected:
      'Una entidad de servicio de la aplicación de Adobe en el inquilino propietario del almacén',
    outcomes: {
      ok: 'Entidad de servicio {objectId} en el inquilino {tenant}',
      absent: {
        observed:
          'La aplicación {applicationId} no tiene entidad de servicio en el inquilino {tenant}',
        cause:
          'Nadie ha dado aún el consentimiento, o fue a otro inquilino. La página a la que se llega después no demuestra nada.',
        remedy:
          'Un administrador de aplicaciones, administrador de aplicaciones en la nube o administrador global del inquilino {tenant} abre la URL de consentimiento de «Qué hacer» y selecciona Aceptar. O: az ad sp create --id {applicationId}.',
      },
      disabled: {
        observed: 'La entidad de servicio {objectId} está deshabilitada',
        cause: 'Se desactivó el inicio de sesión de esta aplicación en el inquilino {tenant}.',
        remedy:
          'Microsoft Entra ID > Aplicaciones empresariales > la aplicación > Propiedades > ¿Habilitado para que los usuarios inicien sesión?: Sí.',
      },
      otherApplication: {
        observed: 'La entidad de servicio es de la aplicación {seenApplicationId}',
        cause:
          'Es otra aplicación que la de Adobe, {applicationId}. Los nombres pueden parecerse; decide el ID.',
        remedy: 'Dé el consentimiento a la aplicación {applicationId} en el inquilino {tenant}.',
      },
      otherTenant: {
        observed: 'La entidad de servicio está en el inquilino {seenTenant}',
        cause:
          'El almacén está en el inquilino {tenant}; el consentimiento en otro inquilino no lo alcanza.',
        remedy:
          'Dé el consentimiento de nuevo con la URL de «Qué hacer», que nombra el inquilino {tenant}, y conecte Azure para ese inquilino.',
      },
      unclear: {
        observed:
          'No se puede saber si la aplicación {applicationId} está en el inquilino {tenant}',
        cause:
          'Aún no se conoce el ID de la aplicación, o la respuesta del directorio estaba incompleta.',
        remedy: 'No hay que hacer nada: se vuelve a leer automáticamente.',
      },
    },
  },
  roleIsAssigned: {
    title: 'La aplicación de Adobe puede usar la clave',
    expected:
      'El rol de cifrado exacto para la entidad de servicio de Adobe, en el almacén, por encima de él o en la clave',
    outcomes: {
      ok: '{foundRole} en {foundScope}',
      okDenialsNotRead:
        '{foundRole} en {foundScope}. No se pudo leer si hay una asignación de denegación en su contra ({reason})',
      perhapsDenied: {
        observed:
          '{foundRole} en {foundScope}, y la asignación de denegación «{denial}» en {denialScope}',
        cause:
          'La asignación de denegación quita {deniedActions} a un grupo, a todos salvo a un grupo, bajo una condición, o no a lo que está por debajo de su ámbito. Desde aquí no se ve si alcanza a la entidad de Adobe {principal}; si la alcanza, prevalece sobre el rol.',
        remedy:
          'Almacén > Control de acceso (IAM) > Asignaciones de denegación: vea si {principal} está denegada. Si lo está, haga que se la excluya; si no, acéptelo con un motivo.',
      },
      denied: {
        observed:
          'La asignación de denegación «{denial}» en {denialScope} quita {deniedActions} a la entidad de Adobe',
        cause:
          'Una asignación de denegación prevalece sobre cualquier rol, así que {foundRole} en {foundScope} no surte efecto. Las crea Azure mismo, para aplicaciones administradas y pilas de implementación.',
        remedy:
          'Pida a quien gestiona la aplicación administrada o la pila de implementación que excluya a la entidad {principal} (configuración de denegación > entidades excluidas), o use una clave de un almacén fuera de ella. No se puede quitar en Control de acceso (IAM).',
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
        cause: 'Una condición puede denegar lo que hace Adobe; desde aquí no se ve si lo hará.',
        remedy:
          'Asigne {role} sin condición, o acepte esto con un motivo después de que lo confirme quien escribió la condición.',
      },
      absent: {
        observed: 'La entidad {principal} no tiene ningún rol en el almacén',
        cause: 'El consentimiento por sí solo no da acceso a una clave; el rol no está asignado.',
        remedy:
          'Almacén > Control de acceso (IAM) > Agregar asignación de roles > {role}, para la aplicación de Adobe; o el script de «Qué hacer». En un Managed HSM: RBAC local. Tarda hasta 10 minutos en surtir efecto.',
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
        cause: 'Ese ámbito no alcanza a la clave: es de otro almacén o de otra clave.',
        remedy: 'Asigne {role} a la entidad {principal} en el almacén {vault}.',
      },
      azureRoleOnHsm: {
        observed: '{foundRole} está asignado en Azure RBAC, en {foundScope}',
        cause:
          'Un Managed HSM no conoce los roles de Control de acceso (IAM); solo cuentan sus propios roles locales.',
        remedy:
          'En {vault} abra RBAC local > Agregar y asigne {role} ({roleGuid}) en /keys a la entidad {principal}. O ejecute el script de «Qué hacer».',
      },
      propagating: {
        observed: '{foundRole} se asignó hace un momento en {foundScope}',
        cause: 'Una asignación de rol tarda hasta 10 minutos en surtir efecto en todas partes.',
        remedy: 'No hay que hacer nada: se vuelve a comprobar el {until}.',
      },
      unclear: {
        observed: 'No se puede saber qué roles tiene la entidad de Adobe {principal}',
        cause: 'Aún no se conoce la entidad, o la respuesta de Azure estaba incompleta.',
        remedy: 'No hay que hacer nada: se vuelve a leer automáticamente.',
      },
    },
  },
  shieldIsEntitled: {
    title: 'La organización tiene derecho a su propia clave',
    expected: 'Healthcare Shield o Privacy & Security Shield; en AWS solo este último',
    outcomes: {
      ok: '{shield} en {cloud}',
      noShield: {
        observed: 'Ningún shield',
        cause:
          'Las claves gestionadas por el cliente pertenecen a Healthcare Shield y Privacy & Security Shield.',
        remedy: 'Pregunte al equipo de cuenta de Adobe qué shield contrató la organización.',
      },
      notOnAws: {
        observed: '{shield} en {cloud}',
        cause: 'Healthcare Shield incluye claves gestionadas por el cliente solo en Azure.',
        remedy:
          'En AWS hace falta Privacy & Security Shield; pregunte al equipo de cuenta de Adobe.',
      },
    },
  },
  configurationNameIsSafe: {
    title: 'El nombre de la configuración es seguro',
    expected: 'De 1 a 64 minúsculas, dígitos y guiones',
    outcomes: {
      ok: '{name}',
      unusual: {
        observed: '{name}',
        cause:
          'Adobe encuentra una configuración por su nombre exacto, mayúsculas incluidas; otros caracteres hay que codificarlos en la dirección.',
        remedy: 'Mejor use solo minúsculas, dígitos y guiones.',
      },
      empty: {
        observed: 'Vacío',
        cause: 'El estado de Adobe solo se puede consultar por el nombre.',
        remedy: 'Indique un nombre como keyway-cmk.',
      },
      outerSpace: {
        observed: '«{name}»',
        cause: 'Empieza o termina con un espacio, que nadie ve y que el estado de Adobe necesita.',
        remedy: 'Quite el espacio.',
      },
      unusable: {
        observed: 'Un nombre que no se puede poner en una dirección',
        cause: 'Es demasiado largo, o contiene un carácter de control invisible.',
        remedy: 'Indique un nombre de hasta 64 minúsculas, dígitos y guiones.',
      },
    },
  },
  bodyNamesSameOrganization: {
    title: 'El cuerpo y el encabezado nombran la misma organización',
    expected: 'imsOrgId del cuerpo es igual al encabezado x-gw-ims-org-id',
    outcomes: {
      ok: '{body}',
      otherOrganization: {
        observed: 'El cuerpo nombra {body}, el encabezado {header}',
        cause: 'Tiene que ser la misma, o la clave se configuraría para otra organización.',
        remedy:
          'No se envió nada. Pida aprobación de nuevo; si persiste, comuníquelo como un fallo de Keyway.',
      },
      unreadableBody: {
        observed: 'El cuerpo no nombra ninguna organización',
        cause: 'No es el JSON documentado.',
        remedy: 'No se envió nada. Comuníquelo como un fallo de Keyway.',
      },
    },
  },
} as const satisfies Partial<AllCheckTexts>;
