/**
 * The lines that update a stack of CloudFormation, run by `sh` beside an `aws` that records its
 * calls: only a stack of this key and its alias is updated, and again is no error.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locale } from '@keyway/core';
import { goodPolicy, KEY_ARN, POLICY_TEMPLATE } from '@keyway/core/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { aRunOnAws } from '../../testing/awsSituations.ts';
import { instructionsFor } from './instructionsFor.ts';

const KEY_ID = KEY_ARN.split('/')[1]!;
const OWN = [`AdobeKey\t${KEY_ID}`, 'AdobeKeyAlias\talias/adobe-cmk'];
const AWS = `#!/bin/sh
printf '%s\\n' "$*" >> calls
case "$2" in
  list-stack-resources) cat held; exit "$(cat listed)" ;;
  update-stack) cat answer >&2; exit "$(cat updated)" ;;
esac
exit 99
`;

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyway-stack-'));
  write('aws', AWS);
  chmodSync(join(folder, 'aws'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  write('calls', '');
  for (const name of ['listed', 'updated']) write(name, '0');
  write('answer', '');
  write('held', `${OWN.join('\n')}\n`);
});

const textIn = (locale: Locale): string => {
  const at = { keyArn: KEY_ARN, template: POLICY_TEMPLATE, current: goodPolicy };
  const { scripts } = instructionsFor(aRunOnAws(at), 'AEP', 'POLICY', locale)!;
  return scripts.find(({ tool }) => tool === 'CLOUDFORMATION')!.text;
};

/** As people do it: the file saved, and the command of its comment pasted. */
function run(locale: Locale = 'en') {
  const text = textIn(locale);
  write('adobe-cmk.yaml', text);
  const command = /: (sed -n .*)$/m.exec(text)![1]!;
  const { status, stdout, stderr } = spawnSync('sh', ['-c', command], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  });
  const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\n').filter(Boolean);
  return {
    status,
    stdout,
    stderr,
    updates: calls.filter((one) => /update-stack/.test(one)),
    calls,
  };
}

describe('a stack', () => {
  it.each<[string, string]>([
    ['in this order', OWN.join('\n')],
    ['in the other order', OWN.toReversed().join('\n')],
  ])('of this key and its alias is updated: %s', (_what, held) => {
    write('held', `${held}\n`);
    expect(run()).toMatchObject({
      status: 0,
      stdout: '',
      stderr: '',
      updates: [expect.any(String)],
    });
    const { calls } = run();
    expect(calls[0]).toContain('cloudformation list-stack-resources --region us-east-1');
    expect(calls[1]).toBe(
      'cloudformation update-stack --region us-east-1 --stack-name adobe-cmk --template-body file://adobe-cmk.yaml',
    );
  });

  it.each<[string, string[]]>([
    ['another resource', [...OWN, 'Bucket\tmy-bucket']],
    ['a second key', [...OWN, `OtherKey\t${KEY_ID.replace('1234', '5678')}`]],
    ['another key under that name', [OWN[0]!.replace('1234abcd', '5678abcd'), OWN[1]!]],
    ['the key under another name', [OWN[0]!.replace('AdobeKey', 'Key'), OWN[1]!]],
    ['another alias', [OWN[0]!, 'AdobeKeyAlias\talias/other']],
    ['no alias', [OWN[0]!]],
    ['no key', [OWN[1]!]],
    ['nothing', ['']],
  ])('with %s stays as it is, and people read why', (_what, held) => {
    write('held', `${held.join('\n')}\n`);
    const found = run();
    expect(found).toMatchObject({ stdout: '', updates: [] });
    expect(found.status).not.toBe(0);
    expect(found.stderr).toContain('Stopped, and nothing was changed.');
    expect(found.stderr).toContain(KEY_ID);
    for (const line of held) expect(found.stderr).toContain(line);
    const spanish = run('es');
    expect(spanish.stderr).toContain('Detenido, y no se ha cambiado nada.');
    expect(spanish.updates).toEqual([]);
  });

  it('that can’t be listed stays as it is', () => {
    write('listed', '254');
    for (const held of ['', `${OWN.join('\n')}\n`]) {
      write('held', held);
      const found = run();
      expect([found.status, found.updates]).toEqual([1, []]);
    }
  });

  it('that has the policy already is no error', () => {
    write('updated', '254');
    write('answer', 'An error occurred (ValidationError): No updates are to be performed.\n');
    for (let times = 0; times < 2; times += 1) {
      const found = run();
      expect([found.status, found.stderr]).toEqual([0, '']);
      expect(found.stdout).toContain('The stack has this policy already.');
    }
  });

  it('that CloudFormation does not update is an error, with its reason', () => {
    write('updated', '254');
    write('answer', 'Stack adobe-cmk is in UPDATE_IN_PROGRESS state\n');
    const found = run();
    expect([found.status, found.stdout]).toEqual([1, '']);
    expect(found.stderr).toContain('UPDATE_IN_PROGRESS');
  });
});

it('the lines are taken by every shell of POSIX', () => {
  for (const locale of ['en', 'es'] as const) {
    const lines = [...textIn(locale).matchAll(/^#\| (.*)$/gm)].map(([, line]) => line);
    execFileSync('sh', ['-n'], { input: lines.join('\n') });
  }
});
