/** Words of the VAULT and NETWORK checks, in Spanish. */
import type { AllCheckTexts } from '../checkTexts.ts';

export const ES_VAULT = {
  vaultExists: {
    title: 'El almacén existe',
    expected: 'El almacén que nombra el identificador de la clave, presente y legible',
    outcomes: {
      ok: 'Almacén {vault} en {location}',
      absent: {
        observed: 'No hay ningún almacén {vault} donde podemos mirar',
        cause: 'Aún no se ha creado, o está en una suscripción que nuestra credencial no ve.',
        remedy:
          'Cree el almacén con el script de «Qué hacer», o indique su ID de recurso, o dé a nuestra credencial el rol Lector en su suscripción. Después compruebe de nuevo.',
      },
      deleted: {
        observed: 'El almacén {vault} fue eliminado; Azure lo conserva hasta {purgeDate}',
        cause:
          'Alguien lo eliminó. Su nombre no se puede volver a usar mientras esté eliminado temporalmente.',
        remedy:
          'Recupérelo: az keyvault recover --name {vault}. Las asignaciones de roles y las suscripciones de Event Grid no vuelven con él; créelas de nuevo después.',
      },
      otherVault: {
        observed: 'Se leyó el almacén {vault}, pero el identificador de la clave nombra {named}',
        cause: 'El ID de recurso indicado es de otro almacén que el del identificador de la clave.',
        remedy:
          'Indique la clave de nuevo, con el ID de recurso de {named} o sin él: entonces se busca por su nombre.',
      },
      unclear: {
        observed: 'La respuesta de Azure no dice qué almacén describe',
        cause: 'La respuesta estaba incompleta.',
        remedy:
          'No hay que hacer nada: se vuelve a leer automáticamente. Si persiste, mire el almacén en el portal de Azure.',
      },
    },
  },
  vaultIsDedicated: {
    title: 'CJA tiene un almacén propio',
    expected: 'Un almacén distinto del que usa AEP',
    outcomes: {
      ok: '{vault} no es el almacén de AEP, {otherVault}',
      otherNotNamed:
        'Aún no se ha indicado ningún almacén para AEP, así que {vault} es solo de CJA',
      shared: {
        observed: 'CJA y AEP nombran el mismo almacén, {vault}',
        cause:
          'Adobe exige un almacén nuevo que use solo Customer Journey Analytics; su aplicación y la de AEP no deben compartirlo.',
        remedy:
          'Cree un segundo almacén con su propia clave para CJA e indique el identificador de esa clave en la vía de CJA.',
      },
    },
  },
  vaultIsNotShared: {
    title: 'Ninguna otra organización usa este almacén',
    expected: 'Un almacén del que dependa solo esta organización',
    outcomes: {
      ok: 'Ninguna otra organización de aquí usa {vault}',
      shared: {
        observed: '{vault} lo usan también otras organizaciones que usted gestiona ({count})',
        cause:
          'Un solo cambio en este almacén, como una clave eliminada o un firewall cerrado, dejaría sin acceso a varias organizaciones a la vez, y Adobe podría purgar los datos de todas.',
        remedy:
          'Use un almacén por organización. Si se comparte a propósito, acéptelo con un motivo.',
      },
      unclear: {
        observed: 'No se sabe qué otras organizaciones usan este almacén',
        cause: 'La lectura no lo dijo.',
        remedy: 'Compruebe de nuevo.',
      },
    },
  },
  vaultHasPurgeProtection: {
    title: 'La protección contra purga está activada',
    expected: 'enablePurgeProtection es true',
    outcomes: {
      ok: 'La protección contra purga está activada',
      off: {
        observed: 'La protección contra purga está desactivada',
        cause:
          'Está desactivada mientras no se active. Sin ella, una clave o un almacén eliminados se pueden destruir al instante, y con ellos todos los datos cifrados.',
        remedy:
          'az keyvault update --name {vault} --enable-purge-protection true. En el portal: Propiedades > Protección contra purga. Nadie, ni Microsoft, puede volver a desactivarla.',
      },
    },
  },
  vaultHasSoftDelete: {
    title: 'La eliminación temporal está activada',
    expected: 'enableSoftDelete no es false',
    outcomes: {
      ok: 'La eliminación temporal está activada',
      implied: 'La eliminación temporal está activada, pues la protección contra purga la necesita',
      alwaysOn: 'Un Managed HSM siempre tiene eliminación temporal',
      off: {
        observed: 'La eliminación temporal está desactivada',
        cause: 'Es un almacén antiguo, de antes de que la eliminación temporal fuera la norma.',
        remedy:
          'az keyvault update --name {vault} --enable-soft-delete true y después active la protección contra purga. Ninguna de las dos se puede volver a desactivar.',
      },
      notStated: {
        observed: 'Azure no dice si la eliminación temporal está activada',
        cause:
          'El ajuste falta en la respuesta, y la protección contra purga, que la implicaría, está desactivada.',
        remedy: 'Active la protección contra purga de {vault}; eso resuelve ambas cosas.',
      },
    },
  },
  vaultRetentionIsLong: {
    title: 'Las claves eliminadas se conservan 90 días',
    expected: '90 días (posible: de 7 a 90)',
    outcomes: {
      ok: '{days} días',
      belowRecommended: {
        observed: '{days} días',
        cause:
          'Al crear el almacén se fijó una retención menor que los 90 días predeterminados. Deja menos tiempo para advertir y recuperar una clave eliminada.',
        remedy:
          'No se puede cambiar nunca en este almacén. Acéptelo con un motivo, o cree un almacén nuevo con 90 días antes de enviar nada.',
      },
      short: {
        observed: 'Solo {days} días',
        cause:
          'Al crear el almacén se fijó una retención muy baja. Pasados {days} días, una clave eliminada se pierde para siempre, y con ella los datos.',
        remedy:
          'No se puede cambiar nunca en este almacén. Cree un almacén nuevo con 90 días antes de enviar nada; después es demasiado tarde.',
      },
      notStated: {
        observed: 'No se indica',
        cause:
          'La respuesta de Azure no dice la retención. Es de 90 días si no se eligió otro valor al crearlo.',
        remedy: 'Mire las Propiedades de {vault} en el portal y acepte esto con lo que vio.',
      },
      outOfRange: {
        observed: '{days} días, que Azure no permite',
        cause: 'Azure permite de 7 a 90 días; un valor fuera de ahí es un fallo de los datos.',
        remedy:
          'Mire las Propiedades de {vault} en el portal. Si realmente es así, cree un almacén nuevo con 90 días.',
      },
    },
  },
  vaultUsesRbac: {
    title: 'El acceso se concede con roles de Azure',
    expected: 'enableRbacAuthorization es true',
    outcomes: {
      ok: 'Control de acceso basado en rol de Azure',
      localRbac: 'Un Managed HSM concede el acceso con sus propios roles locales',
      accessPolicies: {
        observed: 'Directivas de acceso del almacén',
        cause:
          'El almacén usa el modelo de permisos antiguo, en el que el rol que Adobe necesita no tiene efecto.',
        remedy:
          'Dé primero un rol equivalente a todos los que hoy usan {vault}: el cambio anula de golpe todas las directivas de acceso. Después, Configuración > Configuración de acceso > Control de acceso basado en rol de Azure, o az keyvault update --name {vault} --enable-rbac-authorization true. Hace falta ser Propietario o Administrador de acceso de usuario.',
      },
    },
  },
  vaultSkuIsSupported: {
    title: 'Adobe admite el nivel del almacén',
    expected: 'Estándar, Premium o Managed HSM',
    outcomes: {
      ok: 'Nivel {sku}',
      managedHsm: 'Managed HSM',
      unsupported: {
        observed: 'Nivel {sku}',
        cause:
          'Adobe admite almacenes de nivel Estándar y Premium y Managed HSM; no Dedicated HSM ni Payments HSM.',
        remedy:
          'Cree un almacén de nivel Estándar o Premium, cree ahí la clave e indique su identificador.',
      },
      notStated: {
        observed: 'Azure no dice qué nivel tiene {vault}',
        cause: 'El nivel falta en la respuesta.',
        remedy:
          'Se vuelve a leer automáticamente. Si persiste, mire la Información general del almacén en el portal.',
      },
    },
  },
  vaultIsInTenant: {
    title: 'El almacén está en el inquilino correcto',
    expected: 'El inquilino en el que se da el consentimiento a la aplicación de Adobe',
    outcomes: {
      ok: 'Inquilino {tenant}',
      otherThanConnection: {
        observed: 'El almacén está en el inquilino {tenant}',
        cause:
          'Nuestra conexión a Azure es del inquilino {expectedTenant}. El consentimiento dado allí no alcanzaría a este almacén.',
        remedy:
          'Conecte Azure de nuevo con el inquilino {tenant}, o use un almacén del inquilino {expectedTenant}.',
      },
      otherThanOrganization: {
        observed: 'El almacén está en el inquilino {tenant}',
        cause: 'Esta organización está registrada con el inquilino {organizationTenant}.',
        remedy:
          'Averigüe cuál es el inquilino del cliente. Use un almacén del inquilino {organizationTenant}, o haga corregir el inquilino de la organización.',
      },
      notStated: {
        observed: 'Azure no dice a qué inquilino pertenece el almacén',
        cause: 'Falta tenantId en la respuesta.',
        remedy:
          'Se vuelve a leer automáticamente. Si persiste, mire el ID de directorio en la Información general del almacén.',
      },
      nothingToCompare: {
        observed: 'El almacén está en el inquilino {tenant}',
        cause:
          'Ni la conexión a Azure ni la organización nombran un inquilino con el que compararlo.',
        remedy:
          'Conecte Azure para esta organización con el inquilino {tenant}, si es el del cliente.',
      },
    },
  },
  networkAdmitsAdobe: {
    title: 'Adobe puede llegar al almacén',
    expected:
      'Abierto, o restringido con los servicios de confianza de Microsoft y 20.88.123.53 admitidos',
    outcomes: {
      open: 'Acceso público desde todas las redes',
      restricted: {
        observed:
          'Redes seleccionadas, con los servicios de confianza de Microsoft y {address} admitidos',
        cause:
          'Es lo que Adobe documenta para almacenes restringidos. La lista de servicios de confianza de Microsoft no nombra Azure Cosmos DB, en el que se basa el almacén de perfiles de Adobe, así que solo la propia validación de Adobe mostrará si funciona.',
        remedy:
          'Acéptelo con un motivo; no hay que cambiar nada. Si Adobe comunica después FAILED, abra el firewall a todas las redes y vuelva a intentarlo.',
      },
      restrictedWiderRange: {
        observed: 'Redes seleccionadas; {range} admite {address} y también otras direcciones',
        cause:
          'El rango es más amplio que la única dirección de Adobe, de modo que otros también llegan hasta la puerta del almacén. Además, la lista de servicios de confianza de Microsoft no nombra Azure Cosmos DB.',
        remedy:
          'Sustituya {range} por {address}: az keyvault network-rule add --name {vault} --ip-address {address}, y quite después el rango. O acéptelo con un motivo.',
      },
      disabledWithBypass: {
        observed:
          'El acceso público está deshabilitado; se admiten los servicios de confianza de Microsoft',
        cause:
          'Con el acceso público deshabilitado, las reglas de IP no tienen efecto. El supervisor de Adobe en {address} no llega al almacén, así que no recibirá alertas de Adobe.',
        remedy:
          'Mejor elija Redes > Permitir el acceso público desde redes virtuales y direcciones IP específicas y añada {address}. O acepte con un motivo que falten las alertas de Adobe.',
      },
      noAddress: {
        observed:
          'Redes seleccionadas; se admiten los servicios de confianza, pero no {address} (reglas de IP: {ipRules})',
        cause:
          'Falta la dirección de Adobe en el firewall, o se escribió mal. El botón del portal añade su propia dirección, que hay que sustituir por la de Adobe.',
        remedy:
          'az keyvault network-rule add --name {vault} --ip-address {address}. En el portal: Redes > Firewalls y redes virtuales > Firewall. Tarda hasta 10 minutos en surtir efecto.',
      },
      noBypass: {
        observed:
          'Redes seleccionadas; se admite {address}, pero no los servicios de confianza de Microsoft',
        cause:
          'Los almacenes de datos de Adobe llegan como servicios de confianza de Microsoft, y estos quedan fuera.',
        remedy:
          'az keyvault update --name {vault} --bypass AzureServices. En el portal: Redes > marque «Permitir que los servicios de confianza de Microsoft omitan este firewall».',
      },
      noAddressNoBypass: {
        observed:
          'Redes seleccionadas; no se admiten ni {address} ni los servicios de confianza de Microsoft (reglas de IP: {ipRules})',
        cause: 'El firewall se configuró sin pensar en Adobe.',
        remedy:
          'az keyvault update --name {vault} --bypass AzureServices, y az keyvault network-rule add --name {vault} --ip-address {address}. Tarda hasta 10 minutos en surtir efecto.',
      },
      disabledNoBypass: {
        observed:
          'El acceso público está deshabilitado y no se admiten los servicios de confianza de Microsoft',
        cause:
          'Nadie de fuera de la red privada llega a este almacén. Una clave accesible solo por un punto de conexión privado no se puede usar.',
        remedy:
          'Redes > Permitir el acceso público desde redes virtuales y direcciones IP específicas; añada {address} y marque «Permitir que los servicios de confianza de Microsoft omitan este firewall».',
      },
      perimeter: {
        observed: 'Un perímetro de seguridad de red cierra el almacén',
        cause:
          'Un perímetro (SecuredByPerimeter) deja fuera incluso a los servicios de confianza de Microsoft, diga lo que diga el firewall.',
        remedy:
          'Saque {vault} del perímetro, o pida otro almacén a su equipo de redes. Después admita los servicios de confianza y {address}.',
      },
      vaultAbsent: {
        observed: 'El almacén {vault} ya no está',
        cause: 'Estaba antes y se ha eliminado o movido.',
        remedy:
          'Recupérelo (az keyvault recover --name {vault}) y cree de nuevo sus asignaciones de roles: no vuelven con él.',
      },
      settling: {
        observed: 'El firewall se abrió a Adobe hace un momento',
        cause: 'Un cambio del firewall tarda hasta 10 minutos en surtir efecto en todas partes.',
        remedy: 'No hay que hacer nada: se vuelve a comprobar el {until}.',
      },
      unclear: {
        observed:
          'No se entiende la respuesta de Azure sobre el firewall (acceso público {access}, acción predeterminada {defaultAction})',
        cause: 'Un ajuste tiene un valor que no conocemos.',
        remedy:
          'Se vuelve a leer automáticamente. Si persiste, mire Redes de {vault} en el portal.',
      },
    },
  },
} as const satisfies Partial<AllCheckTexts>;
