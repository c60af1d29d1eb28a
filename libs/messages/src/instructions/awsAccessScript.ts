/** The role that Keyway assumes to read a key on AWS, as a command that creates it. */
import { script } from './instruction.ts';
import { shell } from './quoting.ts';
import { comment } from './scriptText.ts';
import type { Setting } from './setting.ts';

/** Both policies as JSON to paste; `roleArn`: null before there is a role. */
export interface AwsAccess {
  roleArn: string | null;
  trustPolicy: string;
  permissionsPolicy: string;
}

/** One policy of Keyway's own is written; the trust policy of a role that exists is only shown. */
export function awsAccessScript(
  s: Setting,
  { roleArn, trustPolicy, permissionsPolicy }: AwsAccess,
) {
  const name = roleArn?.split('/').at(-1) ?? 'keyway-reads-key';
  return script(
    'AWS_CLI',
    `ROLE=${shell(name)}`,
    `TRUST=${shell(trustPolicy)}`,
    `PERMISSIONS=${shell(permissionsPolicy)}`,
    'if aws iam get-role --role-name "$ROLE" > /dev/null 2>&1; then',
    `  ${comment(s, 'awsRoleExists')}`,
    '  aws iam get-role --role-name "$ROLE" --query Role.AssumeRolePolicyDocument',
    'else',
    '  aws iam create-role --role-name "$ROLE" --assume-role-policy-document "$TRUST"',
    'fi',
    'aws iam put-role-policy --role-name "$ROLE" --policy-name keyway-reads-key --policy-document "$PERMISSIONS"',
    'aws iam get-role --role-name "$ROLE" --query Role.Arn --output text',
  );
}
