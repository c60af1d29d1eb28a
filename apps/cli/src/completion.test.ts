/** Completion, asked for as the shells ask, by the shells that this machine has. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bin, buildKeyway, configFolder, keyway, node } from './testing/keyway.ts';

const commands = join(configFolder, 'bin');
const env = { KEYWAY_CONFIG_DIR: join(configFolder, 'completion') };

beforeAll(() => {
  buildKeyway();
  mkdirSync(commands);
  writeFileSync(join(commands, 'keyway'), `#!/bin/sh\nexec ${node} ${bin} "$@"\n`);
  chmodSync(join(commands, 'keyway'), 0o755);
  mkdirSync(join(env.KEYWAY_CONFIG_DIR, 'profiles'), { recursive: true });
  writeFileSync(join(env.KEYWAY_CONFIG_DIR, 'profiles', 'production.json'), '{}');
});

test.each([
  [['ru'], 'runs'],
  [['runs', 'l'], 'list'],
  [['runs', 'list', '--wait'], '--waiting-on'],
  [['runs', 'list', '--status', ''], 'BLOCKED'],
  [['steps', 'attest', 'Contoso', ''], 'CJA'],
  [['steps', 'attest', 'Contoso', 'AEP', ''], 'CONSENT'],
  [['completion', ''], 'fish'],
  [['profiles', 'use', ''], 'production'],
  [['whoami', '--profile', ''], 'production'],
])('%j completes to %s', async (typed, expected) => {
  const { stdout, code } = await keyway(['complete', '--', ...typed], { env });
  const values = stdout.split('\n').map((line) => line.split('\t')[0]);
  expect([code, values]).toEqual([0, expect.arrayContaining([expected])]);
});

const has = (shell: string): boolean => spawnSync(shell, ['--version']).status === 0;

/** What a shell says to a program that is typed into it. */
const inShell = (shell: string, args: readonly string[], program: string) =>
  spawnSync(shell, [...args, program], {
    encoding: 'utf8',
    env: { ...env, PATH: `${commands}:${process.env['PATH']}`, HOME: configFolder },
  });

test.runIf(has('bash'))('bash completes, also when it reads the script again', () => {
  // `compopt` works while a person completes alone.
  const program = `
    compopt() { :; }
    source <(keyway completion bash); source <(keyway completion bash)
    COMP_WORDS=(keyway runs list --status ''); COMP_CWORD=4
    COMP_LINE='keyway runs list --status '; COMP_POINT=\${#COMP_LINE}
    __keyway_complete; echo "\${COMPREPLY[@]}"`;
  const { stdout, stderr } = inShell('bash', ['--norc', '-c'], program);
  expect(stderr).toBe('');
  expect(stdout).toContain('BLOCKED');
});

test.runIf(has('fish'))('fish completes', () => {
  const program = "keyway completion fish | source; complete -C 'keyway runs l'";
  const { stdout, stderr } = inShell('fish', ['--no-config', '-c'], program);
  expect([stderr, stdout]).toEqual(['', expect.stringMatching(/^list\b/m)]);
});

test.runIf(has('zsh'))('zsh reads the script', () => {
  const program =
    'autoload -Uz compinit; compinit -u -D; source <(keyway completion zsh); echo ${_comps[keyway]}';
  const { stdout, stderr } = inShell('zsh', ['-f', '-c'], program);
  expect([stderr, stdout]).toEqual(['', expect.stringMatching(/keyway/)]);
});
