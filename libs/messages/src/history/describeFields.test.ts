import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCALES, type Locale } from '@keyway/core';
import { ENTRY_SAMPLES } from '../../testing/entrySamples.ts';
import { messagesIn } from '../messagesIn.ts';
import { describeFields, type DescribedField } from './describeFields.ts';

const fields = (kind: string, data: unknown, locale: Locale = 'en'): DescribedField[] =>
  describeFields({ kind, data, principal: 'member:a', actorName: 'Ana (console)' }, locale);

/** As on a page: indented by level. */
const lines = (kind: string, data: unknown, locale: Locale = 'en'): string[] =>
  fields(kind, data, locale).map(
    ({ level, label, values }) => `${'  '.repeat(level)}${label}: ${values.join(' | ')}`,
  );

/** Constants of the API and of Keyway, never text for people. */
const CODES = /^(?:[A-Z]{2,}(?:_[A-Z]+)+|[a-z]+[A-Z]\w+)$/;
/** The clouds' own terms, which are shown as the clouds have them. */
const OF_CLOUDS = ['unwrapKey', 'wrapKey', 'SYMMETRIC_DEFAULT', 'ENCRYPT_DECRYPT'];

describe.each(LOCALES)('fields in %s', (locale) => {
  it.each(ENTRY_SAMPLES.map(([kind, data], index) => [`${kind} (${index})`, kind, data] as const))(
    'have a label and names for codes: %s',
    (_, kind, data) => {
      const shown = fields(kind, data, locale);
      expect(shown.length).toBeGreaterThan(0);
      expect(shown.filter(({ name, label }) => label === name)).toEqual([]);
      const values = shown.flatMap(({ values: of }) => of);
      expect(values.filter((one) => CODES.test(one) && !OF_CLOUDS.includes(one))).toEqual([]);
      expect(values.join('\n')).not.toMatch(/\[object|undefined|\{\w+\}|^true$|^false$/m);
    },
  );

  it('names every label once', () => {
    const { labels } = messagesIn(locale).historyFields;
    const used = new Set(ENTRY_SAMPLES.flatMap(([kind, data]) => namesIn(data, kind)));
    expect(Object.keys(labels).filter((name) => !used.has(name) && name !== 'data')).toEqual([]);
  });
});

/** Every field in the data, alone and with what it is a field of. */
function namesIn(value: unknown, parent: string): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, parent));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) => [
    ...[name, `${parent}.${name}`],
    ...namesIn(part, name === 'value' ? parent : name),
  ]);
}

describe('describeFields', () => {
  it('names track, check and who acted', () => {
    const data = { track: 'AEP', check: 'keyIsLongEnough', reason: 'Known', principal: 'member:a' };
    expect(lines('checkOverridden', data)).toEqual([
      'Track: Experience Platform',
      'Check: The key has at least 3072 bits',
      'Reason: Known',
      'Member or token: Ana (console)',
    ]);
    expect(lines('approvalGranted', { principal: 'member:b' })).toEqual(['Approved by: member:b']);
  });

  it('begins with what an entry is about, in whatever order it was stored', () => {
    const data = { attempt: 1, checks: [], facts: {}, timeScale: 1, track: 'AEP' };
    expect(fields('factsObserved', data).map(({ name }) => name)).toEqual([
      ...['track', 'checks', 'facts', 'attempt', 'timeScale'],
    ]);
  });

  it('counts results of checks, and names each with what was found', () => {
    const checks = [
      { check: 'keyExists', verdict: 'PASS', outcome: 'ok' },
      { check: 'keyIsLongEnough', verdict: 'WARN', outcome: 'ofLater', accepted: true },
      { check: 'keyIsEnabled', verdict: 'BLOCK', outcome: 'disabled' },
      { check: 'ofLater', verdict: 'PASS', outcome: 'ok' },
    ];
    expect(lines('factsObserved', { checks })).toEqual([
      'Checks: 2 passed, 1 accepted, 1 blocking',
      '  The key exists: Passed',
      '  The key has at least 3072 bits: Warning, accepted',
      expect.stringMatching(/^ {2}The key is enabled: Blocking: ./),
      '  4 of 4: ',
      '    Check: ofLater',
      '    Verdict: Passed',
      '    Result: ok',
    ]);
  });

  it('shows what was observed, without a level for its value', () => {
    const seen = { step: 'KEY', key: { outcome: 'seen', value: { bits: 3072, enabled: false } } };
    expect(lines('factsObserved', { facts: seen })).toEqual([
      'Observed: ',
      '  Step: Key',
      '  Key: Found',
      '    Key size in bits: 3072',
      '    Enabled: No',
    ]);
    const facts = [{ step: 'ROLE', assignments: { outcome: 'seen', value: [], ofLater: 1 } }];
    expect(lines('trackReread', { facts }, 'es')).toEqual([
      'Observado: ',
      '  Rol: ',
      '    Asignaciones de rol: 0',
      '      ofLater: 1',
    ]);
  });

  it('shows what a detail was and is by the names of the detail', () => {
    const changes = { region: { from: 'VA7', to: 'NLD2' }, ownsCja: { from: false, to: true } };
    expect(lines('organizationUpdated', { changes }, 'es')).toEqual([
      'Cambios: ',
      '  Región: ',
      '    Antes: Este de EE. UU. (VA7)',
      '    Después: Países Bajos (NLD2)',
      '  Customer Journey Analytics adquirido: ',
      '    Antes: No',
      '    Después: Sí',
    ]);
  });

  it('shows who may do what in one line', () => {
    const to = [
      { role: 'AUDITOR', organization: null, organizationName: null },
      { role: 'OPERATOR', organization: 'T3', organizationName: 'Contoso' },
    ];
    expect(lines('grantsChanged', { from: [], to })).toEqual([
      'Before: None',
      'After: ',
      '  1 of 2: Auditor',
      '  2 of 2: Operator (Contoso)',
      '    Organization ID: T3',
    ]);
  });

  it('says what null means where it is not nothing', () => {
    expect(lines('verificationRequested', { track: null, step: null })).toEqual([
      'Track: Both',
      'Step: Every open step',
    ]);
    expect(lines('apiTokenCreated', { organizationIds: null, expiresAt: null })).toEqual([
      'Organizations: All organizations',
      'Expires: None',
    ]);
  });

  it('says durations, instants and identifiers as such', () => {
    const policy = { coolingOffSeconds: 0, approvalValidForSeconds: 172_800 };
    expect(lines('policyChanged', { policy })).toEqual([
      'Policy: ',
      '  Cooling-off period: None',
      '  Approvals are valid for: 2 days',
    ]);
    const data = {
      ...{ dueAt: '2026-11-24T00:10:00.000Z', expires: 1_764_000_000 },
      ...{
        reason: 'because of it',
        principalType: 'ServicePrincipal',
        keyIdentifier: 'https://a.vault.azure.net/keys/b',
      },
    };
    expect(fields('x', data).map(({ format, values }) => [format, ...values])).toEqual([
      ['INSTANT', '2026-11-24T00:10:00.000Z'],
      ['INSTANT', '2025-11-24T16:00:00.000Z'],
      ['TEXT', 'because of it'],
      ['TEXT', 'ServicePrincipal'],
      ['VERBATIM', 'https://a.vault.azure.net/keys/b'],
    ]);
  });

  it('shows fields of a newer version by their name, and lists as lists', () => {
    const data = { ofLater: { constructor: ['a', 'b'], deep: [[{ x: null }]] }, track: 'OTHER' };
    expect(lines('ofLater', data)).toEqual([
      'Track: OTHER',
      'ofLater: ',
      '  constructor: a | b',
      '  deep: ',
      '    1 of 1: ',
      '      x: None',
    ]);
    expect(lines('configurationObserved', 'no data')).toEqual(['Data: no data']);
  });

  it('shows every value of any data', () => {
    const leaves = (value: unknown): number =>
      typeof value === 'object' && value !== null && Object.keys(value).length > 0
        ? Object.values(value).reduce((sum: number, one) => sum + leaves(one), 0)
        : 1;
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const shown = fields('ofLater', data);
        const count = shown.reduce((sum, { values }) => sum + values.length, 0);
        expect(count).toBeGreaterThanOrEqual(Object.keys(data).length === 0 ? 0 : leaves(data));
      }),
    );
  });
});
