import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONNECTED, DrivenRun, goodFacts, keyIdentifier } from '@keyway/core/testing';
import { LOCALES, type Run, STEP_IDS, TRACK_IDS } from '@keyway/core';
import type { ScriptTool } from './instruction.ts';
import { instructionsFor } from './instructionsFor.ts';
import { bicep, code, powerShell, shell, terraform } from './quoting.ts';

const TENANT = '11111111-2222-3333-4444-555555555555';
const scriptOf = (
  run: Run,
  track: 'AEP' | 'CJA',
  step: (typeof STEP_IDS)[number],
  tool: ScriptTool,
): string =>
  instructionsFor(run, track, step, 'en')!.scripts.find((one) => one.tool === tool)!.text;

const onHsm = (): DrivenRun => {
  const driven = new DrivenRun();
  driven.must('stepAttested', {
    track: 'AEP',
    step: 'ENTITLEMENT',
    statement: 's',
    reference: null,
  });
  return driven.must('keyProvided', {
    track: 'AEP',
    keyIdentifier: keyIdentifier('AEP').replace('contoso-cmk.vault', 'contosohsm.managedhsm'),
    vaultResourceId: null,
  });
};
const attested = { connections: { adobe: null, azure: null } };
const aws = {
  organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
  ...attested,
} as const;

describe('instructionsFor', () => {
  it('promise no check by Keyway itself where nothing is connected', () => {
    for (const step of ['NETWORK', 'ROLE'] as const) {
      const text = (run: Run) => instructionsFor(run, 'AEP', step, 'en')!.text;
      expect(text(new DrivenRun().prepare().run)).toContain('Keyway then checks automatically');
      expect(text(new DrivenRun(attested).run)).not.toContain('automatically');
    }
  });

  it('sends nobody to the vault of Experience Platform for that of Customer Journey Analytics', () => {
    const shared = new DrivenRun();
    for (const track of TRACK_IDS) {
      shared.must('stepAttested', { track, step: 'ENTITLEMENT', statement: 's', reference: null });
      shared.must('keyProvided', {
        track,
        keyIdentifier: keyIdentifier('AEP').replace(
          'contoso',
          track === 'CJA' ? 'CONTOSO' : 'contoso',
        ),
        vaultResourceId: null,
      });
    }
    const name = /contoso-cmk/i;
    expect(name.test(instructionsFor(shared.run, 'AEP', 'VAULT', 'en')!.text)).toBe(true);
    for (const locale of LOCALES) {
      const { text, scripts } = instructionsFor(shared.run, 'CJA', 'VAULT', locale)!;
      expect(text).toMatch(/^1\. (Choose a name for the vault|Elija un nombre para el almacén)/);
      for (const shown of [text, ...scripts.map((one) => one.text)])
        expect(shown).not.toMatch(name);
    }
  });

  it('asks nobody with a link to provide a key, which the link can’t do', () => {
    const runs = [new DrivenRun(attested), onHsm(), new DrivenRun().prepare()];
    const texts = (byLink: boolean) =>
      runs.flatMap(({ run }) =>
        TRACK_IDS.flatMap((track) =>
          STEP_IDS.flatMap((step) =>
            LOCALES.map((locale) => instructionsFor(run, track, step, locale, { byLink })?.text),
          ),
        ),
      );
    const asks = /provide (it|its|the key’s identifier) here|indíquelo aquí|indique aquí/;
    expect(texts(false).some((text) => asks.test(text ?? ''))).toBe(true);
    expect(texts(true).filter((text) => asks.test(text ?? ''))).toEqual([]);
    expect(texts(true).join('\n')).toMatch(/send .* to the partner who sent you this link/);
  });

  it('exists for every step of every plan, numbered, in both languages, without a shared sign-in path or a hole', () => {
    const approved = new DrivenRun(attested);
    const runs = [
      new DrivenRun(),
      new DrivenRun().prepare(),
      new DrivenRun(aws),
      approved,
      onHsm(),
    ].map((driven) => driven.run);
    for (const run of runs) {
      for (const track of TRACK_IDS) {
        for (const step of STEP_IDS) {
          const planned =
            run.tracks[track].applicable && run.tracks[track].steps[step] !== undefined;
          for (const locale of LOCALES) {
            const instructions = instructionsFor(run, track, step, locale);
            expect(instructions !== null, `${track} ${step}`).toBe(planned);
            if (!instructions) continue;
            expect(instructions.text).toMatch(/^1\. \S/);
            // How far a line is, is null where no check says it: only its text is checked.
            const lines = instructions.lines.map(({ text }) => text);
            expect(JSON.stringify({ ...instructions, lines })).not.toMatch(
              /\/common\/|undefined|null|\[object|(?<!\$)false/,
            );
            for (const { value } of instructions.values) expect(value).not.toBe('');
          }
        }
      }
    }
  });

  it('pins consent to the vault’s tenant on both tracks (AEP-25, CJA-09)', () => {
    const { run } = new DrivenRun().prepare();
    for (const track of TRACK_IDS) {
      const { text, values } = instructionsFor(run, track, 'CONSENT', 'en')!;
      expect(text).toContain(`https://login.microsoftonline.com/${TENANT}/oauth2/authorize?`);
      expect(values.find(({ label }) => label === 'Consent URL')?.value).toContain(
        `login.microsoftonline.com/${TENANT}/`,
      );
      expect(scriptOf(run, track, 'CONSENT', 'AZ_CLI')).toContain(`az login --tenant='${TENANT}'`);
    }
  });

  it('shows no address of Adobe’s application before it is known (VAL-32)', () => {
    const instructions = instructionsFor(new DrivenRun().run, 'AEP', 'CONSENT', 'en')!;
    expect(JSON.stringify(instructions)).not.toContain('https://');
    expect(instructions.scripts).toEqual([]);
  });

  it('assigns by GUID to the object ID at the vault, as a service principal (AEP-29, AEP-33)', () => {
    const { run } = new DrivenRun().prepare();
    const principal = goodFacts('AEP', 'CONSENT');
    const objectId =
      principal.step === 'CONSENT' && principal.servicePrincipal.outcome === 'seen'
        ? principal.servicePrincipal.value.objectId
        : '';
    const text = scriptOf(run, 'AEP', 'ROLE', 'AZ_CLI');
    expect(text).toContain('--role e147488a-f6f5-4113-8e2d-b22465e65bf6');
    expect(text).toContain(`PRINCIPAL='${objectId}'`);
    expect(text).toContain('--assignee-principal-type ServicePrincipal');
    expect(text).toContain(
      "SCOPE='/subscriptions/s/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/contoso-cmk'",
    );
  });

  it('uses local roles on a Managed HSM, and nothing of Azure RBAC (HSM-03, GAP-13)', () => {
    const { run } = onHsm();
    const { text, scripts } = instructionsFor(run, 'AEP', 'ROLE', 'en')!;
    expect(text).toContain('Local RBAC');
    expect(scripts.map(({ text: one }) => one).join()).not.toMatch(
      /az role assignment|New-AzRoleAssignment|azurerm_role_assignment|e147488a/,
    );
    expect(scriptOf(run, 'AEP', 'ROLE', 'AZ_CLI')).toContain(
      'az keyvault role assignment create --hsm-name="$HSM"',
    );
    expect(scriptOf(run, 'AEP', 'KEY', 'AZ_CLI')).toContain(
      'az keyvault key create --hsm-name="$VAULT" --name="$KEY" --kty RSA-HSM --size 3072',
    );
  });

  it('gives Adobe’s address and the 3072-bit key', () => {
    const { run } = new DrivenRun().must('keyProvided', {
      track: 'AEP',
      keyIdentifier: keyIdentifier('AEP'),
      vaultResourceId: null,
    });
    expect(scriptOf(run, 'AEP', 'NETWORK', 'AZ_CLI')).toContain('--ip-address 20.88.123.53');
    for (const tool of ['AZ_CLI', 'POWERSHELL', 'BICEP', 'TERRAFORM'] as const)
      expect(scriptOf(run, 'AEP', 'KEY', tool)).toMatch(/3072[\s\S]*wrapKey/);
  });

  it('creates the vault before it was seen, and mends it afterwards', () => {
    const before = new DrivenRun().must('keyProvided', {
      track: 'AEP',
      keyIdentifier: keyIdentifier('AEP'),
      vaultResourceId: null,
    });
    expect(scriptOf(before.run, 'AEP', 'VAULT', 'AZ_CLI')).toMatch(
      /az keyvault create .*--enable-purge-protection true --retention-days 90/,
    );
    expect(instructionsFor(new DrivenRun().prepare().run, 'AEP', 'VAULT', 'en')!.scripts).toEqual(
      [],
    );
  });

  it('shows the irreversible command only without a connection and once approved (AEP-37)', () => {
    const connected = new DrivenRun().prepare().approve('AEP');
    expect(instructionsFor(connected.run, 'AEP', 'SUBMISSION', 'en')!.scripts).toEqual([]);
    expect(
      instructionsFor(new DrivenRun(attested).run, 'AEP', 'SUBMISSION', 'en')!.scripts,
    ).toEqual([]);
    const byHand: Run = { ...connected.run, connections: { ...CONNECTED, adobe: null } };
    const text = scriptOf(byHand, 'AEP', 'SUBMISSION', 'CURL');
    expect(text).toContain(
      `--data-raw '${JSON.stringify({ name: 'keyway-cmk', type: 'BYOK_CONFIG', imsOrgId: byHand.organization.imsOrgId, configData: { providerType: 'AZURE_KEYVAULT', keyVaultKeyIdentifier: keyIdentifier('AEP') } })}'`,
    );
    expect(text).toContain('"Authorization: Bearer $ACCESS_TOKEN"');
  });

  it('writes commands a shell takes as they are: no space after the backslash (API-13)', () => {
    const text = scriptOf(new DrivenRun().run, 'AEP', 'APP_REGISTRATION', 'CURL');
    expect(text).not.toMatch(/\\ +\n/);
    execFileSync('sh', ['-n'], { input: text });
    const { run } = new DrivenRun().prepare();
    for (const step of ['KEY', 'CONSENT', 'ROLE'] as const)
      execFileSync('sh', ['-n'], { input: scriptOf(run, 'AEP', step, 'AZ_CLI') });
  });
});

describe('quoting', () => {
  const nasty = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      "';rm -rf /;'",
      '$(id)',
      '`id`',
      '${x}',
      '%{if}',
      '\\',
      "\\'",
      '’; Remove-Item',
      '"; x = "',
      '\n',
      '--help',
    ),
  );

  it('gives a shell back exactly the value', () => {
    for (const value of ["a'b", '$(id) `id` ${x} "q" \\', '--help', "';echo x;'"]) {
      expect(execFileSync('sh', ['-c', `printf %s ${shell(value)}`]).toString()).toBe(value);
    }
  });

  it('never lets a value end its literal, in any language', () => {
    fc.assert(
      fc.property(nasty, (value) => {
        expect(shell(value).slice(1, -1).replaceAll("'\\''", '')).not.toContain("'");
        expect(
          powerShell(value)
            .slice(1, -1)
            .replace(/(['\u2018\u2019\u201a\u201b])\1/g, ''),
        ).not.toMatch(/['\u2018\u2019\u201a\u201b]/);
        const inBicep = bicep(value)
          .slice(1, -1)
          .replace(/\\[\\'$]/g, '');
        expect(inBicep).not.toMatch(/'|\\|\$\{/);
        const inTerraform = terraform(value)
          .slice(1, -1)
          .replace(/\\([\\"]|u002[45])/g, '');
        expect(inTerraform).not.toMatch(/["\\]|[$%]\{/);
        expect(code(value).slice(1, -1)).not.toContain('`');
        for (const quote of [shell, powerShell, bicep, terraform, code])
          expect(quote(value)).not.toMatch(/[\p{Cc}]/u);
      }),
      { numRuns: 1000 },
    );
  });

  it('disarms Terraform’s interpolation', () => {
    expect(terraform('${x} %{y} $z')).toBe('"\\u0024{x} \\u0025{y} $z"');
    expect(bicep('${x}')).toBe("'\\${x}'");
  });
});
