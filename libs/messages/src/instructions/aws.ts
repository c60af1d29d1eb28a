/** The steps on AWS, all done in Adobe's page and attested (AWS-02..11, AWS-14, GAP-15, GAP-25). */
import type { StepId } from '@keyway/core';
import { approvalInstructions, entitlementInstructions } from './adobe.ts';
import { both, script, type Draft } from './instruction.ts';
import { LABELS } from './labels.ts';
import { code } from './quoting.ts';
import type { Setting } from './setting.ts';

const keyOnAws = (s: Setting): Draft => ({
  lines: [
    both(
      'In AWS KMS, in the region of the Adobe account, create a symmetric key (**Encrypt and decrypt**), single-Region, with key material made by KMS.',
      'En AWS KMS, en la región de la cuenta de Adobe, cree una clave simétrica (**Encrypt and decrypt**), de una sola región y con material generado por KMS.',
    ),
    both(
      'Add the four statements that Adobe’s Encryption page shows for this organization to the key policy. Add, never overwrite: keep your account’s own statement, and give the two equal Sids different names.',
      'Añada a la directiva de la clave las cuatro instrucciones que muestra la página de cifrado de Adobe para esta organización. Añada, no sobrescriba: conserve la instrucción de su propia cuenta y dé nombres distintos a los dos Sid iguales.',
    ),
    both(
      'Attest this step with the key’s ARN (`arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; not an alias) as the reference.',
      'Declare este paso con el ARN de la clave (`arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab`; no un alias) como referencia.',
    ),
  ],
  values: [[LABELS.ims, s.imsOrgId]],
  scripts: [
    script(
      'AWS_CLI',
      '# Found again by its alias, so that running this twice makes one key.',
      'ALIAS=alias/adobe-cmk',
      'if KEY_ID=$(aws kms list-aliases --query "Aliases[?AliasName==\'$ALIAS\'].TargetKeyId" --output text) && [ -z "$KEY_ID" ]; then',
      '  KEY_ID=$(aws kms create-key --key-spec SYMMETRIC_DEFAULT --key-usage ENCRYPT_DECRYPT --origin AWS_KMS --no-multi-region --query KeyMetadata.KeyId --output text)',
      '  aws kms create-alias --alias-name "$ALIAS" --target-key-id "$KEY_ID"',
      'fi',
      'aws kms get-key-policy --key-id "$KEY_ID" --policy-name default --query Policy --output text > policy.before.json',
      '# Copy policy.before.json to policy.json, add Adobe’s four statements there and keep every statement that is in it. Then run the rest:',
      'if [ -s policy.json ] && ! cmp -s policy.json policy.before.json; then',
      '  aws kms put-key-policy --key-id "$KEY_ID" --policy-name default --policy file://policy.json',
      'fi',
      'aws kms describe-key --key-id "$KEY_ID" --query KeyMetadata.Arn --output text',
    ),
  ],
});

const ON_AWS: Partial<Record<StepId, (s: Setting) => Draft>> = {
  ENTITLEMENT: entitlementInstructions,
  KEY: keyOnAws,
  APPROVAL: approvalInstructions,
  SUBMISSION: (s) => ({
    lines: [
      both(
        'This cannot be undone. In Adobe open **Administration > Encryption**, enter **Configuration name** and **KMS key ARN**, and **Save** once.',
        'Esto no se puede deshacer. En Adobe abra **Administración > Cifrado**, escriba **Configuration name** y **KMS key ARN**, y pulse **Save** una sola vez.',
      ),
      both(
        `Attest this step with the configuration name as the reference, and type the IMS organization ID ${code(s.imsOrgId)}.`,
        `Declare este paso con el nombre de la configuración como referencia y escriba el ID de organización de IMS ${code(s.imsOrgId)}.`,
      ),
    ],
    values: [
      [LABELS.name, s.run.tracks.AEP.approval?.configurationName ?? null],
      [both('KMS key ARN', 'ARN de la clave de KMS'), s.keyIdentifier],
      [LABELS.ims, s.imsOrgId],
    ],
  }),
  ACTIVATION: () => ({
    lines: [
      both(
        'Wait until Adobe’s page shows the key in use, usually within 24 hours, and attest what you saw.',
        'Espere hasta que la página de Adobe muestre la clave en uso, normalmente en 24 horas, y declare lo que vio.',
      ),
    ],
  }),
  CONFIRMATION: () => ({
    lines: [
      both(
        'Adobe documents Journey Optimizer’s key on Azure only. Have the account team confirm in writing that it is in effect on AWS.',
        'Adobe documenta la clave de Journey Optimizer solo en Azure. Pida al equipo de cuenta que confirme por escrito que está en vigor en AWS.',
      ),
      both(
        'Attest this step with their message as the reference.',
        'Declare este paso con su mensaje como referencia.',
      ),
    ],
  }),
};

export const awsInstructions = (step: StepId, setting: Setting): Draft | null =>
  ON_AWS[step]?.(setting) ?? null;
