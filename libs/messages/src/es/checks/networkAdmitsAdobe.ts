import type { CheckMessages } from '../../checkMessages.ts';

export const networkAdmitsAdobe: CheckMessages<'networkAdmitsAdobe'> = {
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
      remedy: 'Se vuelve a leer automáticamente. Si persiste, mire Redes de {vault} en el portal.',
    },
  },
};
