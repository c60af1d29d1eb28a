/**
 * Every cmdlet of every PowerShell script, by a table from Microsoft's documentation: no registry
 * has the modules themselves, so that a parameter's spelling can't be asked of them.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { everyScript } from '../../testing/everyScript.ts';
import { cmdletCalls, type CmdletCall } from '../../testing/powershellCalls.ts';

interface Parameter {
  names: string[];
  isRequired: boolean;
  /** Null where any value may be given. */
  choices: string[] | null;
}

/** One line per parameter set: `Name|Alias!{a|b}`, with `!` where it is required. */
function readTable(): Map<string, Parameter[][]> {
  const file = fileURLToPath(new URL('../../testing/tables/powershell.txt', import.meta.url));
  const table = new Map<string, Parameter[][]>();
  for (const line of readFileSync(file, 'utf8').split('\n').slice(1).filter(Boolean)) {
    if (!line.startsWith(' ')) table.set(line, []);
    else {
      const parameters = line.split(' ').filter((word) => /^\w/.test(word));
      [...table.values()].at(-1)!.push(
        parameters.map((word) => {
          const [, names = '', mark, choices] = /^([\w|]+)(!?)(?:\{(.*)\})?$/.exec(word)!;
          return {
            names: names.split('|'),
            isRequired: mark === '!',
            choices: choices?.split('|') ?? null,
          };
        }),
      );
    }
  }
  return table;
}

/** Of every cmdlet (about_CommonParameters). */
const COMMON = ['ErrorAction', 'WarningAction', 'Verbose', 'Debug', 'WhatIf', 'Confirm'];
/** PowerShell's own, which filters by a property. */
const OF_THE_LANGUAGE = ['Where-Object'];

function flawsBySet({ cmdlet, parameters }: CmdletCall, set: Parameter[]): string[] {
  const given = parameters.filter(({ name }) => !COMMON.includes(name));
  const wrong = given.flatMap(({ name, values }) => {
    const known = set.find(({ names }) => names.includes(name));
    if (!known) return [`${cmdlet} has no -${name}`];
    return values
      .filter((value) => value !== '$value' && !(known.choices?.includes(value) ?? true))
      .map((value) => `${cmdlet} -${name} is never ${value}`);
  });
  const missing = set.filter(
    ({ isRequired, names }) => isRequired && !given.some(({ name }) => names.includes(name)),
  );
  return [...wrong, ...missing.map(({ names }) => `${cmdlet} needs -${names[0]}`)];
}

/** Of the parameter set that fits best; empty where one fits. */
function flawsOf(call: CmdletCall, table: Map<string, Parameter[][]>): string[] {
  const sets = table.get(call.cmdlet);
  if (!sets) return [`no cmdlet ${call.cmdlet}`];
  const unnamed = call.positional.map((value) => `${call.cmdlet} takes ${value} by position`);
  const best = sets.map((set) => flawsBySet(call, set)).toSorted((a, b) => a.length - b.length)[0]!;
  return [...unnamed, ...best];
}

describe('PowerShell', () => {
  const table = readTable();
  const calls = everyScript('POWERSHELL')
    .flatMap(cmdletCalls)
    .filter(({ cmdlet }) => !OF_THE_LANGUAGE.includes(cmdlet));

  it('has each cmdlet and each parameter that is used', () => {
    expect(calls.length).toBeGreaterThan(30);
    expect(calls.flatMap((call) => flawsOf(call, table))).toEqual([]);
    // The table is what is used, and nothing that was used once.
    const used = new Set(calls.map(({ cmdlet }) => cmdlet));
    expect([...table.keys()].toSorted()).toEqual([...used].toSorted());
  });

  it('finds every call, also in conditions and arguments', () => {
    const scripts = everyScript('POWERSHELL').map((text) => text.replaceAll(/#[^\n]*/g, ''));
    for (const script of scripts) {
      const named = script.replaceAll(/'[^']*'/g, '').match(/\b[A-Z]\w*-(?:Az|Mg)\w+/g) ?? [];
      const found = cmdletCalls(script)
        .map(({ cmdlet }) => cmdlet)
        .filter((cmdlet) => !OF_THE_LANGUAGE.includes(cmdlet));
      expect(found.toSorted(), script).toEqual([...named].toSorted());
    }
  });

  it.each([
    ["New-AzKeyVaults -VaultName 'a'", 'no cmdlet New-AzKeyVaults'],
    ["Get-AzKeyVaultKey -VaultNames 'a' -Name 'b'", 'has no -VaultNames'],
    ["Get-AzKeyVaultKey -Name 'b'", 'needs -'],
    // A vault and an HSM are two parameter sets.
    ["Get-AzKeyVaultKey -VaultName 'a' -HsmName 'b' -Name 'c'", 'has no -'],
    ["Add-AzKeyVaultKey -VaultName 'a' -Name 'b' -Destination Hardware", 'is never Hardware'],
    ["if (-not (Update-AzKeyVaultKey -VaultName 'a')) { Get-MgContext }", 'needs -Name'],
    ["Set-AzContext 'a'", 'by position'],
  ])('notices what is wrong in %s', (script, flaw) => {
    expect(
      cmdletCalls(script)
        .flatMap((call) => flawsOf(call, table))
        .join(),
    ).toContain(flaw);
  });
});
