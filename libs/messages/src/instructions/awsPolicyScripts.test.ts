/** The scripts for a key policy on AWS add, and never overwrite (AWS-05, AWS-06, GAP-25). */
import { execFileSync } from 'node:child_process';
import { KEY_ARN } from '@keyway/core/testing';
import { describe, expect, it } from 'vitest';
import { aRunOnAws } from '../../testing/awsSituations.ts';
import { instructionsFor } from './instructionsFor.ts';

const grant = (Sid: string, account: string) => ({
  Sid,
  Effect: 'Allow',
  Principal: { AWS: `arn:aws:iam::${account}:root` },
  Action: [
    ...['kms:Decrypt', 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*'],
    ...['kms:DescribeKey', 'kms:CreateGrant'],
  ],
  Resource: '*',
  Condition: { StringEquals: { 'aws:PrincipalAccount': account } },
});
const ADMIN = {
  ...{ Sid: 'Enable IAM User Permissions', Effect: 'Allow', Action: 'kms:*', Resource: '*' },
  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
};
const TEMPLATE = JSON.stringify({
  Statement: [
    grant('Enable IAM User Permissions', '975049898882'),
    grant('CJA Flow IAM User Permissions', '767397686373'),
    grant('CJA Integrity IAM User Permissions', '730335345392'),
    grant('CJA Oberon IAM User Permissions', '891377157113'),
  ],
});

const scriptsOf = (current: object | null) => {
  const run = aRunOnAws({ keyArn: KEY_ARN, template: TEMPLATE, ...(current && { current }) });
  return instructionsFor(run, 'AEP', 'POLICY', 'en')!.scripts;
};

const added = (text: string): { Sid: string }[] =>
  JSON.parse(/END_OF_POLICY'\n([\s\S]*)\nEND_OF_POLICY/.exec(text)![1]!) as { Sid: string }[];

describe('the scripts for the key policy', () => {
  it('add Adobe’s statements with Sids of their own, also where nothing was read', () => {
    const [cli, ...others] = scriptsOf(null);
    expect(others).toEqual([]);
    execFileSync('sh', ['-n'], { input: cli!.text });
    expect(cli!.text).toContain(`KEY_ID=${KEY_ARN}\n`);
    expect(added(cli!.text).map(({ Sid }) => Sid)).toEqual([
      'Adobe Enable IAM User Permissions',
      'CJA Flow IAM User Permissions',
      'CJA Integrity IAM User Permissions',
      'CJA Oberon IAM User Permissions',
    ]);
  });

  it('add what is missing only, and Terraform gets the whole policy', () => {
    const own = grant('Mine ${a}', '111122223333');
    const others = ['767397686373', '891377157113'].map((account) => grant(account, account));
    const current = { Id: 'x', Statement: [ADMIN, own, ...others] };
    const [cli, terraform] = scriptsOf(current);
    expect(added(cli!.text).map(({ Sid }) => Sid)).toEqual([
      'Adobe Enable IAM User Permissions',
      'CJA Integrity IAM User Permissions',
    ]);
    expect(terraform!.tool).toBe('TERRAFORM');
    expect(terraform!.text).toContain('region = "us-east-1"\n}\n');
    const json = /<<-JSON\n([\s\S]*)\n {2}JSON/.exec(terraform!.text)![1]!;
    const policy = JSON.parse(json.replaceAll('$${', '${')) as { Statement: object[] };
    expect(policy.Statement.slice(0, 4)).toEqual(current.Statement);
    expect(policy.Statement).toHaveLength(6);
  });
});
