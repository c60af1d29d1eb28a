/**
 * A template of CloudFormation for the key and its policy. Deployed again, it changes nothing; a
 * stack that is deleted keeps the key.
 */
import { areKmsFacts, AWS_REGION_OF_VA6, keyPolicyText, type KeyPolicy } from '@keyway/core';
import { script, type Instructions } from './instruction.ts';
import { comment, scriptText } from './scriptText.ts';
import type { Setting } from './setting.ts';

const FILE = 'adobe-cmk.yaml';
const STACK = `--region ${AWS_REGION_OF_VA6} --stack-name adobe-cmk`;
const CREATE = `aws cloudformation deploy ${STACK} --template-file ${FILE} --no-fail-on-empty-changeset`;
/** The shell script that a template has in its comments, and what runs it. */
const LINE = '#| ';
const RUN = `sed -n 's/^${LINE}//p' ${FILE} | sh`;
/** Comments that the script writes out, so that the commands are the same in every language. */
const [STOPPED, UNCHANGED] = ['# ! ', '# = '];
const writeOut = (mark: string): string => `sed -n 's/^${mark}//p' ${FILE}`;

/** The account that the stack is in; a text of CloudFormation, and none of JSON. */
export const OWN_ACCOUNT = '${AWS::AccountId}';

/**
 * JSON is YAML, but for characters that YAML 1.1 takes for line ends or does not take at all.
 */
const asYaml = (json: string): string =>
  json.replace(
    /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const indented = (text: string, spaces: number): string[] =>
  text.split('\n').map((line) => ' '.repeat(spaces) + line);

/** The whole template, whatever the policy is. */
const template = (policy: string, comments: string[]): Instructions['scripts'][number] =>
  script(
    'CLOUDFORMATION',
    ...comments,
    "AWSTemplateFormatVersion: '2010-09-09'",
    'Resources:',
    '  AdobeKey:',
    '    Type: AWS::KMS::Key',
    '    DeletionPolicy: Retain',
    '    UpdateReplacePolicy: Retain',
    '    Properties:',
    '      Description: Adobe Experience Platform',
    '      KeySpec: SYMMETRIC_DEFAULT',
    '      KeyUsage: ENCRYPT_DECRYPT',
    '      Origin: AWS_KMS',
    '      EnableKeyRotation: true',
    '      PendingWindowInDays: 30',
    '      KeyPolicy:',
    ...indented(policy, 8),
    '  AdobeKeyAlias:',
    '    Type: AWS::KMS::Alias',
    '    DeletionPolicy: Retain',
    '    UpdateReplacePolicy: Retain',
    '    Properties:',
    '      AliasName: alias/adobe-cmk',
    '      TargetKeyId: !Ref AdobeKey',
    'Outputs:',
    '  AdobeKeyArn:',
    '    Value: !GetAtt AdobeKey.Arn',
  );

/**
 * Of a key that is yet to be made.
 * @param policy of a new key, whose own account is `OWN_ACCOUNT`
 * @param isWhole whether Adobe's statements are in it
 */
export function cloudFormationKey(
  s: Setting,
  policy: KeyPolicy,
  isWhole: boolean,
): Instructions['scripts'][number] {
  const own = JSON.stringify(`arn:aws:iam::${OWN_ACCOUNT}:root`);
  const text = asYaml(keyPolicyText(policy)).replaceAll(own, `!Sub ${own}`);
  return template(text, [
    comment(s, 'cfnCreate', { command: CREATE }),
    ...(isWhole ? [] : [comment(s, 'cfnStatements')]),
  ]);
}

/** What is read of a key of this template; none of it can be changed later. */
const AS_MADE = {
  ...{ keySpec: 'SYMMETRIC_DEFAULT', keyUsage: 'ENCRYPT_DECRYPT', origin: 'AWS_KMS' },
  ...{ multiRegion: false, keyManager: 'CUSTOMER' },
} as const;

/** Proven by what was read of the key: an update by this template could only do harm. */
export function isOfAnotherTemplate({ run }: Setting): boolean {
  const facts = run.tracks.AEP.steps.KEY?.facts;
  if (!facts || !areKmsFacts(facts) || facts.kmsKey.outcome !== 'seen') return false;
  const key = facts.kmsKey.value;
  return Object.entries(AS_MADE).some(([name, made]) => {
    const found = key[name as keyof typeof AS_MADE];
    return found !== null && found !== made;
  });
}

/**
 * Of an existing stack alone: `update-stack` can't create a second key. It replaces the whole
 * template, so the script ends where the stack holds anything but this key and its alias.
 */
const updateLines = (keyId: string): string[] => [
  `HELD=$(aws cloudformation list-stack-resources ${STACK} --query "StackResourceSummaries[?ResourceStatus!='DELETE_COMPLETE' && ResourceStatus!='DELETE_SKIPPED'].[LogicalResourceId, PhysicalResourceId]" --output text) || exit 1`,
  `EXPECTED=$(printf 'AdobeKey\\t${keyId}\\nAdobeKeyAlias\\talias/adobe-cmk')`,
  'if [ "$(printf \'%s\\n\' "$HELD" | LC_ALL=C sort)" != "$EXPECTED" ]; then',
  `  { ${writeOut(STOPPED)}; printf '%s\\n' "$HELD"; } >&2`,
  '  exit 1',
  'fi',
  `if ! ANSWER=$(aws cloudformation update-stack ${STACK} --template-body file://${FILE} 2>&1); then`,
  '  case $ANSWER in',
  `    *'No updates are to be performed'*) ${writeOut(UNCHANGED)} ;;`,
  '    *) printf \'%s\\n\' "$ANSWER" >&2; exit 1 ;;',
  '  esac',
  'fi',
];

/** Of the key that there is: what was read of its policy, with what it lacks. */
export const cloudFormationPolicy = (
  s: Setting,
  merged: KeyPolicy,
  keyId: string,
): Instructions['scripts'][number] =>
  template(asYaml(keyPolicyText(merged)), [
    comment(s, 'cfnOwnStack'),
    comment(s, 'cfnOtherStack'),
    comment(s, 'cfnUpdate', { command: RUN }),
    comment(s, 'cfnGuard'),
    STOPPED + scriptText(s, 'cfnStopped', { key: keyId }),
    UNCHANGED + scriptText(s, 'cfnUnchanged'),
    ...updateLines(keyId).map((line) => LINE + line),
  ]);
