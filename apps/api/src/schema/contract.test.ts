import { fileURLToPath } from 'node:url';
import { readFileSync } from 'node:fs';
import * as core from '@keyway/core';
import { execFileSync } from 'node:child_process';
import { buildSchema, findBreakingChanges, isEnumType, printSchema, validateSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { makeSchema } from './makeSchema.ts';
import { PRINTED_CONTRACT, printContract } from './typeDefinitions.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const schema = makeSchema();

describe('the public contract', () => {
  it('is printed as its modules say: after a change run `npm run generate`', () => {
    // Read and printed again, so that its layout may be anybody's.
    expect(`${printSchema(buildSchema(readFileSync(PRINTED_CONTRACT, 'utf8')))}\n`).toBe(
      printContract(),
    );
  });

  it('is a valid schema', () => {
    expect(validateSchema(schema)).toEqual([]);
  });

  it('keeps every name, type and argument that clients rely on', () => {
    const binding = buildSchema(readFileSync(here('../contract/binding.graphql'), 'utf8'));
    expect(findBreakingChanges(binding, schema)).toEqual([]);
  });

  it('describes every type, enum and root field', () => {
    const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
    const undescribed = Object.values(schema.getTypeMap()).filter(
      (type) => isEnumType(type) && !type.name.startsWith('__') && !type.description,
    );
    expect(undescribed.map((type) => type.name).filter((name) => !PLAIN_ENUMS.has(name))).toEqual(
      [],
    );
    expect(roots.every((root) => root)).toBe(true);
  });

  it.each([
    ['Cloud', core.CLOUDS],
    ['Region', core.REGIONS],
    ['Shield', core.SHIELDS],
    ['TrackId', core.TRACK_IDS],
    ['StepId', core.STEP_IDS],
    ['StepStatus', core.STEP_STATUSES],
    ['StepMode', core.STEP_MODES],
    ['RunStatus', core.RUN_STATUSES],
    ['Actor', core.ACTORS],
    ['Verdict', core.VERDICTS],
    ['Role', core.ROLES],
    ['UserErrorCode', core.REFUSAL_CODES],
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

/** Enums whose values say everything. */
const PLAIN_ENUMS = new Set([
  'StepId',
  'StepStatus',
  'RunStatus',
  'ViewerKind',
  'ImportFormat',
  'ScriptTool',
  'ApprovalStatus',
]);
