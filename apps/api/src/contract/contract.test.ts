import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as core from '@keyway/core';
import { buildSchema, isEnumType, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { makeSchema } from '../schema/makeSchema.ts';
import { PRINTED_CONTRACT, printContract } from '../schema/typeDefinitions.ts';
import { brokenSinceRelease } from './testing/brokenSinceRelease.ts';
import { contractDifferences } from './testing/contractDifferences.ts';
import { undescribed } from './testing/undescribed.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const schema = makeSchema();
const contract = buildSchema(readFileSync(here('binding.graphql'), 'utf8'));
const released = buildSchema(readFileSync(here('released.graphql'), 'utf8'));
const HOW_TO_KEEP =
  'Clients of the last release use this. Keep it with its type and default, mark it @deprecated, ' +
  'and add the new form beside it as an optional one (docs/changing.md, "A GraphQL field"). ' +
  'Only `npm run release` writes released.graphql';

describe('the public contract', () => {
  it('is printed from its modules: after a change run `npm run generate`', () => {
    // Parsed and printed again, so that its layout does not matter.
    expect(`${printSchema(buildSchema(readFileSync(PRINTED_CONTRACT, 'utf8')))}\n`).toBe(
      printContract(),
    );
  });

  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('has every type, field, argument, input, enum value and directive that clients rely on', () => {
    expect(contractDifferences(contract, schema)).toEqual([]);
  });

  it('has everything that was released', () => {
    expect(brokenSinceRelease(released, schema), HOW_TO_KEEP).toEqual([]);
  });

  it('describes every type, field, argument, input field and enum value', () => {
    expect(undescribed(schema)).toEqual([]);
  });

  it.each([
    ['Cloud', core.CLOUDS],
    ['Region', core.REGIONS],
    ['Shield', core.SHIELDS],
    ['TrackId', core.TRACK_IDS],
    ['StepId', core.STEP_IDS],
    ['StepStatus', core.STEP_STATUSES],
    ['SetupStatus', core.SETUP_STATUSES],
    ['SetupChangeKind', core.CHANGE_KINDS],
    ['SetupChangeOutcome', core.CHANGE_OUTCOMES],
    ['SetupChangeResult', core.CHANGE_RESULTS],
    ['KeyProtection', core.KEY_PROTECTIONS],
    ['SetupNetwork', core.SETUP_NETWORKS],
    ['StepMode', core.STEP_MODES],
    ['RunStatus', core.RUN_STATUSES],
    ['Actor', core.ACTORS],
    ['RunPhase', core.PHASES],
    ['Party', core.PARTIES],
    ['Verdict', core.VERDICTS],
    ['Role', core.ROLES],
    ['UserErrorCode', core.REFUSAL_CODES],
    ['Health', core.HEALTHS],
    ['AlertKind', core.ALERT_KINDS],
  ])('has the core’s values in %s', (name, values) => {
    const type = schema.getType(name);
    expect(isEnumType(type) && type.getValues().map((value) => value.name)).toEqual([...values]);
  });

  it('has resolver types that are current: after a change run `npm run generate`', () => {
    const generated = here('../generated/resolverTypes.ts');
    const before = readFileSync(generated, 'utf8');
    const codegen = here('../../../../node_modules/.bin/graphql-codegen');
    execFileSync(codegen, ['--config', 'codegen.ts', '--check'], {
      cwd: here('../..'),
      stdio: 'pipe',
    });
    expect(readFileSync(generated, 'utf8')).toBe(before);
  });
});

describe('a difference from the contract is found:', () => {
  const printed = printSchema(contract);
  const changed = (from: string, to: string) => {
    const text = printed.replaceAll(from, to);
    expect(text).not.toBe(printed);
    return contractDifferences(contract, buildSchema(text));
  };

  it.each([
    ['startedAt: DateTime!', '', 'Run.startedAt: field DateTime! became missing'],
    ['version: Int!', 'version: String!', 'Run.version: field Int! became field String!'],
    ['version: Int!', 'version: Int', 'Run.version: field Int! became field Int'],
    ['completedAt: DateTime', 'completedAt: ID', 'Run.completedAt: field DateTime became field ID'],
    ['run(id: ID!)', 'run', 'Query.run(id): argument ID! became missing'],
    ['run(id: ID!)', 'run(id: ID)', 'Query.run(id): argument ID! became argument ID'],
    ['run(id: ID!)', 'run(id: ID!, at: ID!)', 'Query.run(at): argument ID! was added'],
    ['  WARN\n', '', 'Verdict.WARN: value of Verdict became missing'],
    ['  WARN\n', '  WARN\n  INFO\n', 'Verdict.INFO: value of Verdict was added'],
    [
      'ownsCja: Boolean! = false',
      'ownsCja: Boolean!',
      'CreateOrganizationInput.ownsCja: input field Boolean! = false became input field Boolean!',
    ],
    [
      'ownsCja: Boolean! = false',
      'ownsCja: Boolean! = true',
      'CreateOrganizationInput.ownsCja: ' +
        'input field Boolean! = false became input field Boolean! = true',
    ],
    ['reason: String!', '', 'CancelRunInput.reason: input field String! became missing'],
    [
      'input CancelRunInput {',
      'input CancelRunInput {\n  code: Int!',
      'CancelRunInput.code: input field Int! was added',
    ],
    ['type Run implements Node', 'type Run', 'Run: type Node became type '],
  ])('%j becomes %j', (from, to, difference) => {
    expect(changed(from, to)).toContain(difference);
  });

  it('a directive removed or changed', () => {
    const before = buildSchema(`${printed}\ndirective @cost(value: Int!) on FIELD_DEFINITION`);
    const after = buildSchema(`${printed}\ndirective @cost(value: Int) on FIELD_DEFINITION`);
    expect(contractDifferences(before, contract)).toEqual([
      '@cost(value): argument Int! became missing',
      '@cost: directive on FIELD_DEFINITION became missing',
    ]);
    expect(contractDifferences(before, after)).toEqual([
      '@cost(value): argument Int! became argument Int',
    ]);
  });

  it('but not an optional addition', () => {
    expect(changed('run(id: ID!)', 'run(id: ID!, at: DateTime)')).toEqual([]);
    expect(changed('  version: Int!', '  version: Int!\n  size: Int')).toEqual([]);
  });
});

describe('a change that breaks clients of the release is found:', () => {
  const printed = printSchema(released).replace(/^\s*"""[^]*?"""\n/gm, '');
  const broken = (from: string, to: string) => {
    const text = printed.replaceAll(from, to);
    expect(text).not.toBe(printed);
    return brokenSinceRelease(released, buildSchema(text));
  };
  const anomaly = 'type Anomaly {\n  at: DateTime!';

  it.each([
    ['a type removed', 'Anomaly', 'Finding', 'Anomaly was removed.'],
    ['a field removed', anomaly, 'type Anomaly {', 'Anomaly.at was removed.'],
    [
      'a type changed',
      anomaly,
      anomaly.replace('DateTime!', 'String!'),
      'Anomaly.at changed type from DateTime! to String!.',
    ],
    [
      'a field that may be null',
      anomaly,
      anomaly.replace('!', ''),
      'Anomaly.at changed type from DateTime! to DateTime.',
    ],
    ['an enum value removed', '  SPENT\n', '', 'SPENT was removed from enum type ApprovalStatus.'],
    [
      'an argument removed',
      'first: Int! = 10',
      'top: Int! = 10',
      'Query.search arg first was removed.',
    ],
    [
      'an argument of another type',
      'first: Int! = 10',
      'first: ID! = 10',
      'Query.search arg first has changed type from Int! to ID!.',
    ],
    [
      'a new required argument',
      'first: Int! = 10',
      'first: Int! = 10, kind: ID!',
      'A required arg kind on Query.search was added.',
    ],
    [
      'an optional argument that became required',
      'locale: String = "en"',
      'locale: String!',
      'arg locale has changed type from String to String!.',
    ],
    [
      'a default of an argument changed',
      'first: Int! = 10',
      'first: Int! = 20',
      'Query.search arg first has changed defaultValue from 10 to 20.',
    ],
    [
      'a default of an argument removed',
      'first: Int! = 10',
      'first: Int!',
      'Query.search arg first defaultValue was removed.',
    ],
    [
      'an input field removed',
      'onExisting: OnExisting = SKIP',
      '',
      'ImportOrganizationsInput.onExisting was removed.',
    ],
    [
      'a new required input field',
      'onExisting: OnExisting = SKIP',
      'onExisting: OnExisting = SKIP\n  kind: ID!',
      'A required field kind on input type ImportOrganizationsInput was added.',
    ],
    [
      'a default of an input field changed',
      'onExisting: OnExisting = SKIP',
      'onExisting: OnExisting',
      'ImportOrganizationsInput.onExisting has changed defaultValue.',
    ],
  ])('%s', (_, from, to, change) => {
    expect(broken(from, to).join('\n')).toContain(change);
  });

  it('but no addition', () => {
    expect(broken('  SPENT\n', '  SPENT\n  LATE\n')).toEqual([]);
    expect(broken(anomaly, `${anomaly}\n  kind: ID`)).toEqual([]);
    expect(broken('first: Int! = 10', 'first: Int! = 10, kind: ID')).toEqual([]);
  });
});

describe('a missing description is found:', () => {
  it.each([
    ['of a type', '"A thing." type Query { "A." a: Int }', []],
    ['of a type', 'type Query { "A." a: Int }', ['Query']],
    ['of a field', '"Q." type Query { a: Int }', ['Query.a']],
    ['of an argument', '"Q." type Query { "A." a(b: Int): Int }', ['Query.a(b)']],
    ['of an enum value', '"Q." type Query { "A." a: E } "E." enum E { X }', ['E.X']],
    ['of an input field', '"Q." type Query { "A." a: Int } "I." input I { x: Int }', ['I.x']],
    ['that is blank', '" " type Query { "A." a: Int }', ['Query']],
    ['of a scalar', '"Q." type Query { "A." a: S } scalar S', ['S']],
    ['of a directive', '"Q." type Query { "A." a: Int } directive @d on FIELD', ['@d']],
  ])('%s', (_, text, missing) => {
    expect(undescribed(buildSchema(text))).toEqual(missing);
  });
});
