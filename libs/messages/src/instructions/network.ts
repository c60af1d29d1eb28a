/** NETWORK: Adobe gets through the vault's firewall (AEP-08..11). */
import { ADOBE_ADDRESS } from '@keyway/core';
import { code } from './quoting.ts';
import { both, type Both, type Draft } from './instruction.ts';
import { LABELS } from './labels.ts';
import { networkScripts, networkStateOf } from './networkScripts.ts';
import { or, type Setting } from './setting.ts';

/** So many rules are named; the rest are counted. */
const NAMED_RULES = 20;

function observedRules(s: Setting): Both | null {
  const acls = s.networkFacts?.networkAcls;
  const rules = [...(acls?.ipRules ?? []), ...(acls?.virtualNetworkRules ?? [])];
  if (rules.length === 0) return null;
  const named = rules.slice(0, NAMED_RULES).map(code).join(', ');
  const more = rules.length - NAMED_RULES;
  return more > 0
    ? both(`${named} and ${more} more`, `${named} y ${more} más`)
    : both(named, named);
}

const perimeterLines = (vault: string, address: string): Draft['lines'] => [
  both(
    `The network security perimeter of ${vault} decides who gets in, and trusted services are not exempt. Add an inbound rule for ${address} to the perimeter’s profile, or take the vault out of the perimeter. There is no script: Keyway does not read the perimeter’s rules.`,
    `El perímetro de seguridad de red de ${vault} decide quién entra, y los servicios de confianza no están exentos. Añada al perfil del perímetro una regla de entrada para ${address}, o saque el almacén del perímetro. No hay script: Keyway no lee las reglas del perímetro.`,
  ),
];

const firewallLines = (s: Setting, address: string): Draft['lines'] => {
  const rules = observedRules(s);
  const state = networkStateOf(s.networkFacts);
  const restricted = state === 'selected' || state === 'disabled';
  return [
    both(
      `${restricted ? 'Choose' : 'Otherwise choose'} **Allow public access from specific virtual networks and IP addresses**. With public access disabled, IP rules have no effect.`,
      `${restricted ? 'Elija' : 'En otro caso elija'} **Permitir el acceso público desde redes virtuales y direcciones IP específicas**. Con el acceso público deshabilitado, las reglas de IP no tienen efecto.`,
    ),
    both(
      `Under **Firewall** add ${address}. The portal’s button puts in your own address: replace it.`,
      `En **Firewall** añada ${address}. El botón del portal pone su propia dirección: sustitúyala.`,
    ),
    rules !== null &&
      (state === 'disabled'
        ? both(
            `Keep the rules that are there; they take effect once public access is allowed: ${rules.en}`,
            `Conserve las reglas existentes; surten efecto en cuanto se permita el acceso público: ${rules.es}`,
          )
        : both(
            `Keep the rules that are there: ${rules.en}`,
            `Conserve las reglas existentes: ${rules.es}`,
          )),
    both(
      'Tick **Allow trusted Microsoft services to bypass this firewall** and save.',
      'Marque **Permitir que los servicios de confianza de Microsoft omitan este firewall** y guarde.',
    ),
    both(
      'The firewall applies to you as well: from an address without a rule, keys can no longer be read or created. To go on from such an address, add it as a rule too; it is the “Client address” in the error ForbiddenByFirewall. `az keyvault network-rule remove` takes it away again.',
      'El firewall también se aplica a usted: desde una dirección sin regla ya no se pueden leer ni crear claves. Para seguir desde esa dirección, añádala también como regla; es la «Client address» del error ForbiddenByFirewall. `az keyvault network-rule remove` la retira.',
    ),
  ];
};

/** Whether there are scripts, and for which tools not. */
const scriptLines = (s: Setting): Draft['lines'] => {
  const state = networkStateOf(s.networkFacts);
  return [
    (state === 'open' || state === 'admitted') &&
      both(
        'As observed, Adobe gets through. There is nothing to change and so no script; one would close an open vault to others.',
        'Según lo observado, Adobe tiene acceso. No hay nada que cambiar y por eso no hay script; uno cerraría un almacén abierto a los demás.',
      ),
    (state === 'selected' || state === 'disabled') &&
      s.isHsm &&
      both(
        'The script adds to the firewall and keeps every rule. Address rules of a Managed HSM can be added with the Azure CLI only.',
        'El script añade al firewall y conserva todas las reglas. Las reglas de dirección de un Managed HSM solo se pueden añadir con la CLI de Azure.',
      ),
    (state === 'selected' || state === 'disabled') &&
      !s.isHsm &&
      both(
        'The scripts add to the firewall and keep every rule. There is none for Bicep: a Bicep deployment replaces every property of an existing vault.',
        'Los scripts añaden al firewall y conservan todas las reglas. No hay ninguno para Bicep: una implementación de Bicep reemplaza todas las propiedades de un almacén existente.',
      ),
    state === 'unknown' &&
      both(
        'The scripts only add to the firewall and neither open nor close the vault, since it has not been observed. There is none for Bicep and Terraform until the rules that are there are known.',
        'Los scripts solo añaden al firewall y no abren ni cierran el almacén, porque no se ha observado. No hay ninguno para Bicep ni Terraform hasta conocer las reglas existentes.',
      ),
  ];
};

export function networkInstructions(s: Setting): Draft {
  const vault = code(or(s.vault, 'vault'));
  const address = code(ADOBE_ADDRESS);
  const state = networkStateOf(s.networkFacts);
  return {
    lines: [
      both(
        `Open the vault ${vault} in the Azure portal, **Networking > Firewalls and virtual networks**.`,
        `Abra el almacén ${vault} en el portal de Azure, **Redes > Firewalls y redes virtuales**.`,
      ),
      (state === 'open' || state === 'admitted' || state === 'unknown') &&
        both(
          'With public access from all networks there is nothing to do.',
          'Con acceso público desde todas las redes no hay nada que hacer.',
        ),
      ...(state === 'perimeter' ? perimeterLines(vault, address) : firewallLines(s, address)),
      both(
        'Wait up to 10 minutes; it is checked automatically afterwards.',
        'Espere hasta 10 minutos; después se comprueba automáticamente.',
      ),
      ...scriptLines(s),
    ],
    values: [
      [LABELS.vault, s.vault],
      [LABELS.address, ADOBE_ADDRESS],
    ],
    scripts: networkScripts(s),
  };
}
