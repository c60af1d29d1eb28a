/**
 * Adds Adobe's statements to the policy of a key, and changes none that is there (AWS-05, AWS-06,
 * GAP-25). Run again, the scripts change nothing.
 */
import {
  AWS_REGION_OF_VA6,
  factsOf,
  inspectKeyPolicy,
  isAdobesPolicy,
  keyPolicyText,
  mergeKeyPolicy,
  parseKeyArn,
  type KeyPolicy,
} from '@keyway/core';
import {
  cloudFormationKey,
  cloudFormationPolicy,
  isOfAnotherTemplate,
  OWN_ACCOUNT,
} from './awsCloudFormation.ts';
import { script, type Instructions } from './instruction.ts';
import { comment } from './scriptText.ts';
import type { Setting } from './setting.ts';

/** Where the key has to be (AWS-03), whatever the CLI is set to; both of its versions. */
export const REGION = `export AWS_REGION=${AWS_REGION_OF_VA6} AWS_DEFAULT_REGION=${AWS_REGION_OF_VA6}`;

/**
 * The same for Terraform. By a name of its own, so that it stands beside a provider that the
 * customer's code already has.
 */
export const regionalProvider = (alias: string): string[] => [
  'provider "aws" {',
  `  alias  = "${alias}"`,
  `  region = "${AWS_REGION_OF_VA6}"`,
  '}',
];

/** A new key's policy: what a template is merged with while nothing was read. */
const NEW_KEY: KeyPolicy = { head: {}, statements: [] };

const parsed = (text: string | undefined): KeyPolicy | null => {
  const found = text === undefined ? null : inspectKeyPolicy(text, []);
  return found && 'policy' in found ? found.policy : null;
};

/** One that an earlier version took may let others use the key, so none is made of it. */
function templateOf({ run, keyIdentifier }: Setting): KeyPolicy | null {
  const template = parsed(run.tracks.AEP.keyPolicy?.text);
  return template && isAdobesPolicy(template, parseKeyArn(keyIdentifier ?? '')) ? template : null;
}

function policiesOf(s: Setting): { template: KeyPolicy | null; current: KeyPolicy | null } {
  const facts = factsOf(s.run, 'AEP', 'POLICY');
  return {
    template: templateOf(s),
    current: facts?.keyPolicy.outcome === 'seen' ? parsed(facts.keyPolicy.value.policy) : null,
  };
}

/**
 * The statements to add, each with a Sid that none of the policy has; null without a template, and
 * where the policies can't be compared.
 */
function additionsOf(s: Setting): string | null {
  const { template, current } = policiesOf(s);
  const key = parseKeyArn(s.keyIdentifier ?? '');
  if (!template) return null;
  const before = mergeKeyPolicy(current ?? NEW_KEY, NEW_KEY, key);
  const merged = before && mergeKeyPolicy(before, withOwnSids(template, before), key);
  if (!merged) return null;
  const isRead = current !== null;
  const added = merged.statements.slice(
    isRead ? current.statements.length : before.statements.length,
  );
  return JSON.stringify(
    added.map(({ json }) => json),
    null,
    2,
  );
}

/** Adobe's first Sid is the one of the default statement, also where the policy was not read. */
function withOwnSids(template: KeyPolicy, policy: KeyPolicy): KeyPolicy {
  const taken = [...policy.statements.map(({ sid }) => sid), 'Enable IAM User Permissions'];
  return {
    ...template,
    statements: template.statements.map((one) => {
      if (one.sid === null || !taken.includes(one.sid)) return one;
      const sid = `Adobe ${one.sid}`;
      return { ...one, sid, json: { ...one.json, Sid: sid } };
    }),
  };
}

/** In a heredoc that nothing is expanded in; JSON has no line of this text. */
const heredoc = (file: string, text: string): string[] => [
  `cat > ${file} <<'END_OF_POLICY'`,
  text,
  'END_OF_POLICY',
];

const keyId = (s: Setting): string =>
  s.keyIdentifier && parseKeyArn(s.keyIdentifier) ? s.keyIdentifier : 'alias/adobe-cmk';

export function awsPolicyScript(s: Setting): Instructions['scripts'][number] {
  const additions = additionsOf(s);
  const read = [
    REGION,
    `KEY_ID=${keyId(s)}`,
    'aws kms get-key-policy --key-id "$KEY_ID" --policy-name default --query Policy --output text > policy.before.json',
  ];
  const put =
    '  aws kms put-key-policy --key-id "$KEY_ID" --policy-name default --policy file://policy.json';
  if (additions === null)
    return script(
      'AWS_CLI',
      ...read,
      comment(s, 'awsPolicy'),
      'if [ -s policy.json ] && ! cmp -s policy.json policy.before.json; then',
      put,
      'fi',
    );
  return script(
    'AWS_CLI',
    ...read,
    comment(s, 'awsAdditions'),
    ...heredoc('adobe.json', additions),
    "jq --slurpfile adobe adobe.json '.Statement as $old | .Statement += ($adobe[0] | map(select(. as $new | any($old[]; . == $new) | not)))' policy.before.json > policy.json",
    'if [ -s policy.json ] && [ "$(jq -cS . policy.json)" != "$(jq -cS . policy.before.json)" ]; then',
    put,
    'fi',
  );
}

/** A key that is yet to be made, with Adobe's statements where the template is known. */
export function cloudFormationOfNewKey(s: Setting): Instructions['scripts'][number] {
  const { template } = policiesOf(s);
  const own = parsed(JSON.stringify(ofNewKey(OWN_ACCOUNT)))!;
  const whole = template && mergeKeyPolicy(own, withOwnSids(template, own), null);
  return cloudFormationKey(s, whole ?? own, whole !== null);
}

/** As AWS gives it to a new key. */
const ofNewKey = (account: string) => ({
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: [
    {
      Sid: 'Enable IAM User Permissions',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
});

/** Both replace a policy as a whole, so only one that was read is merged into it. */
export function wholePolicyScripts(s: Setting): Instructions['scripts'] {
  const { template, current } = policiesOf(s);
  const key = parseKeyArn(s.keyIdentifier ?? '');
  if (!template || !current || !key) return [];
  const merged = mergeKeyPolicy(current, template, key);
  if (!merged) return [];
  const terraform = terraformPolicy(s, merged, key.arn);
  return isOfAnotherTemplate(s)
    ? [terraform]
    : [terraform, cloudFormationPolicy(s, merged, key.keyId)];
}

function terraformPolicy(
  s: Setting,
  merged: KeyPolicy,
  keyArn: string,
): Instructions['scripts'][number] {
  // In a heredoc of HCL, `${` and `%{` begin a template.
  const text = keyPolicyText(merged).replace(/[$%](?=\{)/g, '$&$&');
  return script(
    'TERRAFORM',
    comment(s, 'awsTerraform'),
    ...regionalProvider('adobe_policy'),
    'resource "aws_kms_key_policy" "adobe" {',
    '  provider = aws.adobe_policy',
    `  key_id   = "${keyArn}"`,
    '  policy   = <<-JSON',
    ...text.split('\n').map((line) => `    ${line}`),
    '  JSON',
    '}',
  );
}
