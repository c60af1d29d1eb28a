/**
 * The steps done with Adobe: entitlement, app registration, approval, submission, activation,
 * ticket, confirmation.
 */
import { curlAppRegistration, curlStatus, curlSubmission } from './adobeCalls.ts';
import { both, type Draft } from './instruction.ts';
import { LABELS } from './labels.ts';
import { code } from './quoting.ts';
import type { Setting } from './setting.ts';

const AWS_KEY = both('KMS key', 'Clave de KMS');
const DEFAULT_NAME = 'keyway-cmk';

export const entitlementInstructions = (s: Setting): Draft => ({
  lines: [
    both(
      'Find the contract or the account team’s message that shows Healthcare Shield or Privacy & Security Shield for this organization.',
      'Busque el contrato o el mensaje del equipo de cuenta que muestre Healthcare Shield o Privacy & Security Shield para esta organización.',
    ),
    s.track === 'CJA'
      ? both(
          'Have the account team confirm the entitlement to customer-managed keys for Customer Journey Analytics, and that Experience Platform runs on Azure. It is needed for Journey Optimizer even if Customer Journey Analytics was never bought.',
          'Pida al equipo de cuenta que confirme el derecho a claves gestionadas por el cliente para Customer Journey Analytics y que Experience Platform está en Azure. Se necesita para Journey Optimizer aunque no se haya contratado Customer Journey Analytics.',
        )
      : both(
          'In Experience Cloud **Permissions**, give a role the permission **Manage Customer Managed Key** (also listed as “Keys”) and add the operator and the API credential to it.',
          'En **Permisos** de Experience Cloud, dé a un rol el permiso **Manage Customer Managed Key** (también figura como «Keys») y añádale el operador y la credencial de API.',
        ),
    both(
      'Attest it here with the reference of what you saw.',
      'Declárelo aquí con la referencia de lo que vio.',
    ),
  ],
  values: [[LABELS.ims, s.imsOrgId]],
});

export function appRegistrationInstructions(s: Setting): Draft {
  const connected = s.run.connections.adobe !== null;
  return {
    lines: [
      connected
        ? both(
            'Nothing to do: Keyway reads it from Adobe and compares it with itself. If Adobe refuses, the credential lacks the permission **Manage Customer Managed Key** or the organization’s entitlement.',
            'No hay que hacer nada: Keyway lo lee de Adobe y comprueba que concuerde. Si Adobe lo rechaza, a la credencial le falta el permiso **Manage Customer Managed Key** o a la organización el derecho.',
          )
        : both(
            'In Adobe open **Administration > Encryption > Customer Managed Keys > Configure**.',
            'En Adobe abra **Administración > Cifrado > Claves gestionadas por el cliente > Configurar**.',
          ),
      !connected &&
        both(
          'Copy the **Application ID**, and attest this step with it as the reference. Do not use the ID of another organization or of a document.',
          'Copie el **Application ID** y declare este paso con él como referencia. No use el ID de otra organización ni el de un documento.',
        ),
    ],
    values: [
      [LABELS.application, s.applicationId],
      [LABELS.host, s.host],
      [LABELS.ims, s.imsOrgId],
    ],
    scripts: [curlAppRegistration(s)],
  };
}

export const approvalInstructions = (s: Setting): Draft => ({
  lines: [
    both(
      'Somebody requests approval; a second person decides.',
      'Una persona pide aprobación; otra decide.',
    ),
    s.track === 'AEP' &&
      both(
        'Give the configuration name with the request: then exactly that name is approved and can be submitted. Without it the name is not part of what is approved.',
        'Indique el nombre de la configuración al pedir la aprobación: entonces se aprueba y se puede enviar exactamente ese nombre. Sin él, el nombre no forma parte de lo aprobado.',
      ),
    both(
      'The approver reads what will be sent, on what evidence, and what can never be undone.',
      'El aprobador lee qué se enviará, con qué pruebas y qué no se podrá deshacer nunca.',
    ),
    both(
      `The approver types the IMS organization ID ${code(s.imsOrgId)} and approves, or refuses with a reason.`,
      `El aprobador escribe el ID de organización de IMS ${code(s.imsOrgId)} y aprueba, o rechaza con un motivo.`,
    ),
  ],
  values: [
    [LABELS.name, s.run.tracks[s.track].approval?.configurationName ?? null],
    [LABELS.ims, s.imsOrgId],
    [s.run.organization.cloud === 'AWS' ? AWS_KEY : LABELS.keyIdentifier, s.keyIdentifier],
  ],
});

export function submissionInstructions(s: Setting): Draft {
  const byHand = s.run.connections.adobe === null;
  const { approval, submission } = s.run.tracks.AEP;
  const approved = approval?.status === 'approved';
  const name = submission?.name ?? approval?.configurationName ?? DEFAULT_NAME;
  return {
    lines: [
      both(
        'This cannot be undone: afterwards the organization can never go back to keys managed by Adobe.',
        'Esto no se puede deshacer: después, la organización no podrá volver nunca a las claves gestionadas por Adobe.',
      ),
      byHand
        ? both(
            'In Adobe open **Administration > Encryption > Customer Managed Keys > Configure**, enter **Configuration name** and **Key vault key identifier** exactly as below, and **Save** once.',
            'En Adobe abra **Administración > Cifrado > Claves gestionadas por el cliente > Configurar**, escriba **Configuration name** y **Key vault key identifier** tal como figuran abajo, y pulse **Save** una sola vez.',
          )
        : both(
            `Give a configuration name, type the IMS organization ID ${code(s.imsOrgId)}, and submit. Every fact is read again just before.`,
            `Indique un nombre de configuración, escriba el ID de organización de IMS ${code(s.imsOrgId)} y envíe. Justo antes se vuelve a leer todo.`,
          ),
      both(
        'Use lower-case letters, digits and hyphens for the name: Adobe finds it by its exact letters only.',
        'Use minúsculas, dígitos y guiones en el nombre: Adobe solo lo encuentra con sus letras exactas.',
      ),
      byHand &&
        both(
          `Attest this step with the configuration name as the reference, and type the IMS organization ID ${code(s.imsOrgId)}.`,
          `Declare este paso con el nombre de la configuración como referencia y escriba el ID de organización de IMS ${code(s.imsOrgId)}.`,
        ),
    ],
    values: [
      [LABELS.name, name],
      [LABELS.keyIdentifier, s.keyIdentifier],
      [LABELS.ims, s.imsOrgId],
      [LABELS.host, s.host],
    ],
    // Nobody is handed the irreversible command before it is approved.
    scripts: [byHand && approved && curlSubmission(s, name)],
  };
}

export function activationInstructions(s: Setting): Draft {
  const name = s.run.tracks.AEP.submission?.name ?? null;
  return {
    lines: [
      both(
        'Adobe puts the key into use: RUNNING, UPDATE_EXISTING_RESOURCES, then COMPLETED. It can take minutes or more than a day.',
        'Adobe pone la clave en uso: RUNNING, UPDATE_EXISTING_RESOURCES y después COMPLETED. Puede tardar minutos o más de un día.',
      ),
      both(
        'Leave vault, key, role and firewall as they are meanwhile.',
        'Mientras tanto, no cambie el almacén, la clave, el rol ni el firewall.',
      ),
      both(
        'If Adobe reports FAILED it gives no reason. Look at the checks here; if all are green, open a case with Adobe Customer Care and quote job ID, organization and configuration name.',
        'Si Adobe comunica FAILED, no da el motivo. Revise aquí las comprobaciones; si todo está correcto, abra un caso con Adobe Customer Care con el ID del trabajo, la organización y el nombre de la configuración.',
      ),
    ],
    values: [
      [LABELS.name, name],
      [
        both('Adobe’s job ID', 'ID del trabajo de Adobe'),
        s.run.tracks.AEP.submission?.externalId ?? null,
      ],
      [LABELS.ims, s.imsOrgId],
    ],
    scripts: [name !== null && curlStatus(s, name)],
  };
}

export const ticketInstructions = (s: Setting): Draft => ({
  lines: [
    both(
      'Open a case with Adobe Customer Care and paste the ticket text of this page. It names both addresses, because Adobe’s “Azure URI” may mean either.',
      'Abra un caso con Adobe Customer Care y pegue el texto del caso de esta página. Contiene las dos direcciones, porque «Azure URI» puede referirse a cualquiera de ellas.',
    ),
    both('Record the case number here.', 'Registre aquí el número de caso.'),
  ],
  values: [
    [LABELS.keyIdentifier, s.keyIdentifier],
    [LABELS.vaultUri, s.vaultUri],
    [LABELS.application, s.applicationId],
    [LABELS.tenant, s.tenantId],
    [LABELS.ims, s.imsOrgId],
  ],
});

export const confirmationInstructions = (s: Setting): Draft => ({
  lines: [
    both(
      'Adobe gives no status and no time for this; only Customer Care’s answer counts.',
      'Adobe no ofrece estado ni plazo para esto; solo cuenta la respuesta de Customer Care.',
    ),
    both(
      'When it comes, record who confirmed, when, and their words.',
      'Cuando llegue, registre quién confirmó, cuándo y con qué palabras.',
    ),
  ],
  values: [[LABELS.caseNumber, s.run.tracks.CJA.ticket?.caseNumber ?? null]],
});
