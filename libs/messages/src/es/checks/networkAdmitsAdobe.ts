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
        'Acéptelo con un motivo; no hay que cambiar nada. Si Adobe comunica después FAILED, abra el firewall a todas las redes e inténtelo de nuevo.',
    },
    restrictedWiderRange: {
      observed: 'Redes seleccionadas; {range} admite {address} y también otras direcciones',
      cause:
        'El intervalo es más amplio que la única dirección de Adobe, de modo que otras direcciones también pueden llegar al almacén. Además, la lista de servicios de confianza de Microsoft no nombra Azure Cosmos DB.',
      remedy:
        'Reemplace {range} por {address}: az keyvault network-rule add --name {vault} --ip-address {address}, y quite después el intervalo. O acéptelo con un motivo.',
    },
    disabledWithBypass: {
      observed:
        'El acceso público está deshabilitado; se admiten los servicios de confianza de Microsoft',
      cause:
        'Con el acceso público deshabilitado, las reglas de IP no tienen efecto. El supervisor de Adobe en {address} no llega al almacén, así que Adobe no puede enviarle alertas.',
      remedy:
        'Elija Redes > Permitir el acceso público desde redes virtuales y direcciones IP específicas y agregue {address}. O acéptelo con un motivo; entonces no recibirá alertas de Adobe.',
    },
    noAddress: {
      observed:
        'Redes seleccionadas; se admiten los servicios de confianza, pero no {address} (reglas de IP: {ipRules})',
      cause:
        'Falta la dirección de Adobe en el firewall, o se escribió mal. El botón del portal pone su propia dirección; reemplácela por la de Adobe.',
      remedy:
        'az keyvault network-rule add --name {vault} --ip-address {address}. En el portal: Redes > Firewalls y redes virtuales > Firewall. Puede tardar hasta 10 minutos en surtir efecto.',
    },
    noBypass: {
      observed:
        'Redes seleccionadas; se admite {address}, pero no los servicios de confianza de Microsoft',
      cause:
        'Los almacenes de datos de Adobe llegan como servicios de confianza de Microsoft, que están bloqueados.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices. En el portal: Redes > seleccione «Permitir que los servicios de confianza de Microsoft omitan este firewall».',
    },
    noAddressNoBypass: {
      observed:
        'Redes seleccionadas; no se admiten ni {address} ni los servicios de confianza de Microsoft (reglas de IP: {ipRules})',
      cause: 'El firewall aún no incluye a Adobe.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices, y az keyvault network-rule add --name {vault} --ip-address {address}. Puede tardar hasta 10 minutos en surtir efecto.',
    },
    disabledNoBypass: {
      observed:
        'El acceso público está deshabilitado y no se admiten los servicios de confianza de Microsoft',
      cause:
        'Nadie de fuera de la red privada puede llegar a este almacén, y Adobe no puede usar una clave que solo tiene un punto de conexión privado.',
      remedy:
        'Redes > Permitir el acceso público desde redes virtuales y direcciones IP específicas; agregue {address} y seleccione «Permitir que los servicios de confianza de Microsoft omitan este firewall».',
    },
    perimeter: {
      observed: 'Un perímetro de seguridad de red bloquea el almacén',
      cause:
        'Un perímetro (SecuredByPerimeter) también bloquea los servicios de confianza de Microsoft, permita lo que permita el firewall.',
      remedy:
        'Saque {vault} del perímetro, o pida otro almacén a su equipo de redes. Después admita los servicios de confianza y {address}.',
    },
    vaultAbsent: {
      observed: 'El almacén {vault} ya no existe',
      cause: 'Existía antes y se eliminó o se movió.',
      remedy:
        'Recupérelo (az keyvault recover --name {vault}) y cree de nuevo sus asignaciones de roles: no se recuperan.',
    },
    settling: {
      observed: 'El firewall se cambió hace un momento para admitir a Adobe',
      cause:
        'Un cambio del firewall puede tardar hasta 10 minutos en surtir efecto en todas partes.',
      remedy: 'No hay que hacer nada: Keyway vuelve a comprobarlo el {until}.',
    },
    unclear: {
      observed:
        'No se entiende la respuesta de Azure sobre el firewall (acceso público {access}, acción predeterminada {defaultAction})',
      cause: 'Un ajuste tiene un valor que Keyway no conoce.',
      remedy:
        'Keyway lo vuelve a leer automáticamente. Si persiste, revise Redes de {vault} en el portal.',
    },
  },
};
