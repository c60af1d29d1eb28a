/**
 * The templates of CloudFormation: YAML of two resources with their real properties, one key, and
 * every statement of Adobe's template (AWS-04 to AWS-06).
 */
import { spawnSync } from 'node:child_process';
import {
  compareKeyPolicies,
  inspectKeyPolicy,
  LOCALES,
  type KeyPolicy,
  type Run,
} from '@keyway/core';
import { goodPolicy, KEY_ARN, kmsStep, POLICY_TEMPLATE } from '@keyway/core/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { aRunOnAws } from '../../testing/awsSituations.ts';
import { everyScript } from '../../testing/everyScript.ts';
import { instructionsFor } from './instructionsFor.ts';

/** Of the CloudFormation resource specification. */
const PROPERTIES: Record<string, string[]> = {
  'AWS::KMS::Key': [
    ...['BypassPolicyLockoutSafetyCheck', 'Description', 'Enabled', 'EnableKeyRotation'],
    ...['KeyPolicy', 'KeySpec', 'KeyUsage', 'MultiRegion', 'Origin', 'PendingWindowInDays'],
    ...['RotationPeriodInDays', 'Tags'],
  ],
  'AWS::KMS::Alias': ['AliasName', 'TargetKeyId'],
};
const SCALARS = ['!Ref', '!Sub', '!GetAtt'].map((tag) => ({
  tag,
  resolve: (text: string) => ({ [tag]: text }),
}));

interface Resource {
  Type: string;
  DeletionPolicy?: string;
  UpdateReplacePolicy?: string;
  Properties: Record<string, unknown>;
}

/** As CloudFormation reads it: YAML 1.1, with its short functions. */
function read(text: string): Record<string, Resource> {
  const document = parseDocument(text, {
    version: '1.1',
    customTags: SCALARS,
    uniqueKeys: true,
  } as Parameters<typeof parseDocument>[1]);
  expect([...document.errors, ...document.warnings]).toEqual([]);
  const template = document.toJS() as { Resources: Record<string, Resource> };
  expect(Object.keys(template)).toEqual(['AWSTemplateFormatVersion', 'Resources', 'Outputs']);
  for (const { Type, Properties } of Object.values(template.Resources))
    expect(PROPERTIES[Type]).toEqual(expect.arrayContaining(Object.keys(Properties)));
  return template.Resources;
}

const templateOf = (run: ReturnType<typeof aRunOnAws>, step: 'KEY' | 'POLICY', locale = 'en') =>
  instructionsFor(run, 'AEP', step, locale as 'en')!.scripts.find(
    ({ tool }) => tool === 'CLOUDFORMATION',
  )?.text;

/** As if the key was read again, after its policy. */
function withKey(run: Run, change: Parameters<typeof kmsStep>[0]): Run {
  const { AEP } = run.tracks;
  const KEY = { ...AEP.steps.KEY!, facts: kmsStep(change) };
  return { ...run, tracks: { ...run.tracks, AEP: { ...AEP, steps: { ...AEP.steps, KEY } } } };
}

/** The policy, with the account of the stack put in. */
function policyIn(resources: Record<string, Resource>): KeyPolicy {
  const account = { '!Sub': 'arn:aws:iam::${AWS::AccountId}:root' };
  const text = JSON.stringify(resources['AdobeKey']!.Properties['KeyPolicy']);
  const found = inspectKeyPolicy(
    text.replaceAll(JSON.stringify(account), '"arn:aws:iam::111122223333:root"'),
    [],
  );
  if ('refusal' in found) throw new Error(found.refusal.reason);
  return found.policy;
}
const TEMPLATE = (inspectKeyPolicy(POLICY_TEMPLATE, []) as { policy: KeyPolicy }).policy;
const holdsAll = (policy: KeyPolicy): boolean => {
  const found = compareKeyPolicies(policy, TEMPLATE, { account: '111122223333', arn: KEY_ARN })!;
  return found.keepsAdmin && found.statements.every(({ state }) => state === 'present');
};

describe('of a new key', () => {
  it('is one key that no deletion of the stack takes away, under the alias of the CLI', () => {
    const resources = read(templateOf(aRunOnAws({}), 'KEY')!);
    expect(resources).toMatchObject({
      AdobeKey: {
        Type: 'AWS::KMS::Key',
        DeletionPolicy: 'Retain',
        UpdateReplacePolicy: 'Retain',
        Properties: {
          KeySpec: 'SYMMETRIC_DEFAULT',
          KeyUsage: 'ENCRYPT_DECRYPT',
          EnableKeyRotation: true,
        },
      },
      AdobeKeyAlias: {
        DeletionPolicy: 'Retain',
        Properties: { AliasName: 'alias/adobe-cmk', TargetKeyId: { '!Ref': 'AdobeKey' } },
      },
    });
    expect(policyIn(resources).statements).toHaveLength(1);
    expect(templateOf(aRunOnAws({}), 'KEY')).toMatch(/^# .*--no-fail-on-empty-changeset$/m);
  });

  it('has Adobe’s statements once the policy of the page is known, and says so before', () => {
    const before = templateOf(aRunOnAws({}), 'KEY')!;
    const after = templateOf(aRunOnAws({ template: POLICY_TEMPLATE }), 'KEY')!;
    expect(before).toContain('Provide Adobe’s policy in Keyway first');
    expect(after).not.toContain('Provide Adobe’s policy');
    const policy = policyIn(read(after));
    expect(holdsAll(policy)).toBe(true);
    const sids = policy.statements.map(({ sid }) => sid);
    expect(sids).toHaveLength(5);
    expect(new Set(sids).size).toBe(5);
  });

  it('is offered for no key that exists: it would make another one', () => {
    expect(templateOf(aRunOnAws({ keyArn: KEY_ARN }), 'KEY')).toBeUndefined();
  });
});

describe('of the key’s policy', () => {
  it('keeps every statement that was read, and holds Adobe’s', () => {
    const current = { ...goodPolicy, Statement: goodPolicy.Statement.slice(0, 2) };
    for (const locale of LOCALES) {
      const run = aRunOnAws({ keyArn: KEY_ARN, template: POLICY_TEMPLATE, current });
      const text = templateOf(run, 'POLICY', locale)!;
      const policy = policyIn(read(text));
      expect(holdsAll(policy)).toBe(true);
      expect(policy.statements.slice(0, 2).map(({ json }) => json)).toEqual(current.Statement);
      // Of an existing stack alone, so that no second key is made.
      expect(text).toMatch(/^# .*update-stack/m);
      expect(text).not.toContain('cloudformation deploy');
    }
  });

  it('is for the stack of Keyway’s own template alone, and deletes no key', () => {
    const at = { keyArn: KEY_ARN, template: POLICY_TEMPLATE, current: goodPolicy };
    const made = read(templateOf(aRunOnAws({ template: POLICY_TEMPLATE }), 'KEY')!);
    const text = templateOf(aRunOnAws(at), 'POLICY')!;
    const updated = read(text);
    expect(Object.keys(updated)).toEqual(Object.keys(made));
    for (const resource of Object.values(updated))
      expect(resource).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
    // Whoever reads from above knows it before the command.
    const command = text.indexOf('update-stack');
    expect(text.indexOf('Only for a stack')).toBeLessThan(command);
    expect(text.indexOf('Never use it for any other stack')).toBeLessThan(command);
    const spanish = templateOf(aRunOnAws(at), 'POLICY', 'es')!;
    expect(spanish).toMatch(/Solo para una pila[^]*No lo use nunca para otra pila[^]*update-stack/);
  });

  it.each([
    { origin: 'EXTERNAL' },
    { multiRegion: true },
    { keySpec: 'RSA_4096' },
    { keyUsage: 'SIGN_VERIFY' },
    { keyManager: 'AWS' },
  ])('is not offered for a key that the template did not make: %j', (key) => {
    const at = { keyArn: KEY_ARN, template: POLICY_TEMPLATE, current: goodPolicy };
    const unstated = Object.fromEntries(Object.keys(key).map((name) => [name, null]));
    expect(templateOf(withKey(aRunOnAws(at), unstated), 'POLICY')).toBeDefined();
    expect(templateOf(withKey(aRunOnAws(at), key), 'POLICY')).toBeUndefined();
    const others = instructionsFor(withKey(aRunOnAws(at), key), 'AEP', 'POLICY', 'en')!.scripts;
    expect(others.map(({ tool }) => tool)).toEqual(['AWS_CLI', 'TERRAFORM']);
  });

  it('is offered only where the policy was read', () => {
    expect(
      templateOf(aRunOnAws({ keyArn: KEY_ARN, template: POLICY_TEMPLATE }), 'POLICY'),
    ).toBeUndefined();
  });

  it('is the same policy in YAML, whatever its statements are called', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
      fc.constantFrom('no', '!Ref x', '# x', 'a\u2028b', '\u0085', '${AWS::Region}', "'", '- a: b'),
    );
    fc.assert(
      fc.property(hostile, (Sid) => {
        const current = {
          ...goodPolicy,
          Statement: [goodPolicy.Statement[0]!, { ...goodPolicy.Statement[0]!, Sid }],
        };
        const run = aRunOnAws({ keyArn: KEY_ARN, template: POLICY_TEMPLATE, current });
        expect(policyIn(read(templateOf(run, 'POLICY')!)).statements[1]!.sid).toBe(Sid);
      }),
      { numRuns: 40 },
    );
  });
});

it('is in no step but those of the key and its policy', () => {
  const run = aRunOnAws({ keyArn: KEY_ARN });
  expect(instructionsFor(run, 'AEP', 'SUBMISSION', 'en')!.scripts).toEqual([]);
});

/** Names the program `cfn-lint` (PyPI), which has the schemas of CloudFormation. */
const cfnLint = process.env['KEYWAY_CFN_LINT'];

describe.skipIf(!cfnLint)('cfn-lint (where KEYWAY_CFN_LINT names it)', () => {
  const lint = (input: string) => {
    const { status, stdout, error } = spawnSync(cfnLint!, ['--regions', 'us-east-1'], {
      ...{ input, encoding: 'utf8' },
    });
    if (error) throw error;
    return { status, stdout };
  };

  it('has nothing to say of each template, and would notice what is wrong', () => {
    const templates = everyScript('CLOUDFORMATION');
    expect(templates.length).toBeGreaterThan(2);
    for (const text of templates) expect(lint(text)).toEqual({ status: 0, stdout: '' });
    const [one = ''] = templates;
    const flawOf = (from: string, to: string): string => lint(one.replace(from, to)).stdout;
    expect(flawOf('EnableKeyRotation', 'EnableRotation')).toContain('E3002');
    expect(flawOf('KeySpec: SYMMETRIC_DEFAULT', 'KeySpec: AES')).toContain('E3030');
    expect(flawOf('!Ref AdobeKey', '!Ref Key')).toContain('E1020');
  });
});
