import { describe, expect, it } from 'vitest';
import { LOCALES } from '@keyway/core';
import { everyScript } from '../../testing/everyScript.ts';
import { messagesIn } from '../messagesIn.ts';
import { nameUnknowns } from './namedUnknowns.ts';

const SHOWN = LOCALES.flatMap((locale) =>
  Object.values(messagesIn(locale).instructions.placeholders).map((text) => `<${text}>`),
);
/** Where a value may stand in for what is not known: where a variable gets it. */
const DEFINITION = /^(\$?\w+ ?= ?)'<[^>]+>'$/;

describe('what a script does not know', () => {
  it.each(['AZ_CLI', 'AWS_CLI', 'POWERSHELL', 'BICEP', 'TERRAFORM', 'CURL'])(
    'is a named variable in %s, given once and before it is used',
    (tool) => {
      const scripts = everyScript(tool);
      for (const text of scripts) {
        const lines = text.split('\n');
        const within = lines.filter((line) => SHOWN.some((shown) => line.includes(shown)));
        expect(within.filter((line) => !DEFINITION.test(line))).toEqual([]);
        expect(new Set(within).size).toBe(within.length);
        for (const line of within) {
          const name = /^\$?(\w+)/.exec(line)![1]!;
          const use = new RegExp(`\\$${name}\\b`);
          const used = lines.findIndex((one) => one !== line && use.test(one));
          expect(used, `${text}\n${line}`).toBeGreaterThan(lines.indexOf(line));
        }
      }
    },
  );

  it('has the name that the language gives it, also within a longer text', () => {
    const { placeholders } = messagesIn('en').instructions;
    const named = (tool: 'AZ_CLI' | 'POWERSHELL' | 'BICEP' | 'TERRAFORM', text: string) =>
      nameUnknowns({ tool, text }, placeholders).text;
    expect(
      named('AZ_CLI', "VAULT='<vault>'\naz account set --subscription='<subscription-id>'\n"),
    ).toBe(
      "SUBSCRIPTION_ID='<subscription-id>'\nVAULT='<vault>'\naz account set --subscription=\"$SUBSCRIPTION_ID\"\n",
    );
    expect(named('POWERSHELL', "Get-X -Name '<vault>' -Other '<vault>'\n")).toBe(
      "$vaultName = '<vault>'\nGet-X -Name $vaultName -Other $vaultName\n",
    );
    expect(named('BICEP', "name: '<vault>'\n")).toBe('param vaultName string\nname: vaultName\n');
    expect(named('TERRAFORM', 'id = "/subscriptions/<subscription-id>/x"\n')).toBe(
      'variable "subscription_id" {\n  type = string\n}\nid = "/subscriptions/${var.subscription_id}/x"\n',
    );
  });

  it('is nothing where all is known', () => {
    const { placeholders } = messagesIn('es').instructions;
    const known = {
      tool: 'AZ_CLI',
      text: 'VAULT=\'contoso\'\naz keyvault show --name="$VAULT"\n',
    } as const;
    expect(nameUnknowns(known, placeholders)).toEqual(known);
  });
});
