/** What is said of watched keys: each text stands alone, and promises nothing. */
import { describe, expect, it } from 'vitest';
import { aContext, OUTCOME_CASES } from '@keyway/core/testing';
import {
  CHECK_IDS,
  CHECKS,
  evaluateStep,
  harmOfOutcome,
  isWatchedCheck,
  LOCALES,
  runbookOf,
  type AlertSubject,
  type KeyPlace,
  type RunbookStep,
} from '@keyway/core';
import { flawsOf } from '../../testing/textFlaws.ts';
import { messagesIn } from '../messagesIn.ts';
import { driftReason, fieldTitle, runbookTexts } from './describeAlert.ts';
import { describeSubject } from './describeHealth.ts';

const HARMFUL = CHECK_IDS.filter(isWatchedCheck).flatMap((check) =>
  Object.keys(CHECKS[check].outcomes)
    .filter((outcome) => harmOfOutcome(check, outcome) !== null)
    .map((outcome) => ({ check, outcome })),
);
const FOUND = OUTCOME_CASES.flatMap(({ facts, context }) => evaluateStep(facts, aContext(context)));
/** With the values of real results, and with none at all. */
const SUBJECTS: AlertSubject[] = HARMFUL.flatMap(({ check, outcome }) => {
  const found = FOUND.filter((one) => one.check === check && one.outcome === outcome);
  return [{}, ...found.map(({ values }) => values ?? {})].map((values): AlertSubject => ({
    kind: 'check',
    check,
    outcome,
    values,
  }));
});

describe.each(LOCALES)('the texts of watched keys in %s', (locale) => {
  it('say in whole sentences what was found', () => {
    const texts = SUBJECTS.map((subject) => ({
      from: JSON.stringify(subject),
      kind: 'cause' as const,
      locale,
      text: describeSubject(subject, locale) ?? '',
    }));
    expect(texts.length).toBeGreaterThan(HARMFUL.length);
    expect(texts.flatMap(flawsOf)).toEqual([]);
    // What was written to follow what was observed, or before Adobe used the key.
    const dangling = /^(?:That|This|It|Consent|Eso|Esto|Faltan|Falta)\b|not .*yet|\baún no\b/;
    expect(texts.map(({ text }) => text).filter((text) => dangling.test(text))).toEqual([]);
  });

  it('show the dates of a key as dates', () => {
    const subject = (field: string, now: string) =>
      describeSubject({ kind: 'difference', field, approved: '1893456000', now }, locale);
    expect(subject('KEY.expires', '1798761600')).toMatch(
      /2030-01-01 00:00 UTC.*2027-01-01 00:00 UTC/,
    );
    expect(subject('KEY.notBefore', 'soon')).toMatch(/2030-01-01 00:00 UTC.*soon/);
    expect(subject('KEY.bits', '4096')).toMatch(/1893456000.*4096/);
  });

  it('give commands that are right as they are copied', () => {
    const resource = {
      subscriptionId: '11111111-2222-3333-4444-555555555555',
      resourceGroup: "rg (o'brien)",
    };
    const names = { vault: 'contoso-kv', key: 'adobe-cmk' };
    const vault: KeyPlace = {
      ...{ kind: 'vault', ...names, resource: { ...resource, kind: 'vault', name: 'contoso-kv' } },
    };
    const hsm: KeyPlace = { kind: 'managedHsm', vault: 'contoso-hsm', key: 'cmk', resource: null };
    const all = Object.keys(messagesIn(locale).watch.runbook) as RunbookStep[];
    const commands = (places: KeyPlace[]) =>
      runbookTexts(all, places, locale).flatMap((text) => /az keyvault .*$/.exec(text) ?? []);
    const group = `--resource-group 'rg (o'\\''brien)' --subscription ${resource.subscriptionId}`;
    const address = `az keyvault network-rule add --name contoso-kv ${group} --ip-address 20.88.123.53`;
    expect(commands([vault]).toSorted()).toEqual(
      [
        'az keyvault key set-attributes --vault-name contoso-kv --name adobe-cmk --enabled true',
        'az keyvault key recover --vault-name contoso-kv --name adobe-cmk',
        `az keyvault recover --name contoso-kv ${group}`,
        ...[address, address],
        `az keyvault update --name contoso-kv ${group} --bypass AzureServices`,
      ].toSorted(),
    );
    expect(commands([hsm]).toSorted()).toEqual(
      [
        'az keyvault key set-attributes --hsm-name contoso-hsm --name cmk --enabled true',
        'az keyvault key recover --hsm-name contoso-hsm --name cmk',
        'az keyvault recover --hsm-name contoso-hsm',
        ...Array<string>(2).fill(
          'az keyvault network-rule add --hsm-name contoso-hsm --ip-address 20.88.123.53',
        ),
        'az keyvault update-hsm --hsm-name contoso-hsm --bypass AzureServices',
      ].toSorted(),
    );
    // Of an alert of Adobe, which names no track: each place once.
    expect(commands([vault, hsm]).filter((text) => text.includes('key recover'))).toEqual([
      'az keyvault key recover --vault-name contoso-kv --name adobe-cmk && az keyvault key recover --hsm-name contoso-hsm --name cmk',
    ]);
    expect(commands([])).toEqual([]);
    const every = [...runbookTexts(all, [], locale), ...runbookTexts(all, [hsm], locale)];
    for (const text of every) expect(text).not.toMatch(/unknown|desconocido|[{}]|<[^ ]/);
    expect(every.join(' ')).toContain('Managed HSM Crypto Service Encryption User');
  });

  it('promise of no documented moment that it is past, or that all comes back', () => {
    for (const text of Object.values(messagesIn(locale).watch.clock))
      expect(text).not.toMatch(/\b(?:By now|From now|Until now|estas alturas|de ahora)\b/);
  });
});

describe('the runbook of a firewall that admits Adobe', () => {
  it.each(['restricted', 'restrictedWiderRange'])('does not open it again: %s', (outcome) => {
    const subject = { kind: 'check', check: 'networkAdmitsAdobe', outcome, values: {} } as const;
    expect(runbookOf('AT_RISK', subject)).not.toContain('allowAdobeAddress');
  });
});

describe('a key on AWS', () => {
  it.each(LOCALES)('has its statements named, and commands of the AWS CLI, in %s', (locale) => {
    const arn = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
    const texts = runbookTexts(
      ['enableKmsKey', 'cancelKmsKeyDeletion', 'turnOnKmsRotation', 'enableKey', 'mergeKeyPolicy'],
      [{ kind: 'kms', arn, region: 'us-east-1' }],
      locale,
    );
    expect(texts.map((text) => /aws kms .*$/.exec(text)?.[0] ?? null)).toEqual([
      `aws kms enable-key --key-id ${arn} --region us-east-1`,
      `aws kms cancel-key-deletion --key-id ${arn} --region us-east-1`,
      `aws kms enable-key-rotation --key-id ${arn} --region us-east-1`,
      ...[null, null],
    ]);
    const field = 'POLICY.statements.{x} CJA Flow';
    expect(fieldTitle(field, locale)).toMatch(/[“«]\{x\} CJA Flow[”»]/);
    expect(driftReason(field, locale)).not.toBeNull();
    const gone = { kind: 'difference' as const, field, approved: 'Allow', now: null };
    expect(describeSubject(gone, locale)).toMatch(/CJA Flow.*Allow/);
  });
});
