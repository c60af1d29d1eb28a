import {
  CHECK_IDS,
  CHECKS,
  idOfInstructionCheck,
  type InstructionCheck,
  type StepId,
  type VaultFacts,
} from '@keyway/core';
import { DrivenRun, goodFacts, goodVault } from '@keyway/core/testing';
import { describe, expect, it } from 'vitest';
import { en } from '../en/index.ts';
import { instructionsFor } from './instructionsFor.ts';
import { LINE_CHECKS } from './lineChecks.ts';

/** Nothing that a person does in this step brings them about; their remedy says what does. */
const ELSEWHERE = [
  'vaultIsNotShared',
  'kmsKeyIsNotShared',
  'vaultIsInTenant',
  'vaultSkuIsSupported',
  'keyIsRecoverable',
  'roleCanBeAssigned',
];
const OF_GROUP = {
  vault: 'VAULT',
  network: 'NETWORK',
  key: 'KEY',
  aws: 'POLICY',
  consent: 'CONSENT',
  role: 'ROLE',
} as const satisfies Record<string, StepId>;

/** The lines of AWS are of its two steps that are read. */
const stepsOf = (group: keyof typeof OF_GROUP): readonly StepId[] =>
  group === 'aws' ? ['KEY', 'POLICY'] : [OF_GROUP[group]];

const entries = Object.entries(LINE_CHECKS).flatMap(([group, lines]) =>
  Object.entries(lines as Record<string, readonly InstructionCheck[]>).map(
    ([line, checks]) => ({ group: group as keyof typeof OF_GROUP, line, checks }) as const,
  ),
);

/** The first check and the progress of each line that has one, where the vault is this. */
function progressIn(step: 'VAULT' | 'NETWORK', vault: Partial<VaultFacts>) {
  const driven = new DrivenRun();
  const value = { ...goodVault('AEP'), ...vault };
  driven.world = (track, id) => {
    const facts = goodFacts(track, id);
    return 'vault' in facts ? { ...facts, vault: { outcome: 'seen', value } } : facts;
  };
  const { lines } = instructionsFor(driven.prepare(['AEP']).run, 'AEP', step, 'en')!;
  return lines.flatMap(({ checks: [check], progress }) =>
    progress === null ? [] : [[check, progress] as const],
  );
}

describe('the checks of instructions', () => {
  it('are of the step whose lines they are, and of lines that exist', () => {
    for (const { group, line, checks } of entries) {
      expect(Object.keys(en.instructions[group]), line).toContain(line);
      for (const check of checks)
        expect(stepsOf(group), line).toContain(CHECKS[idOfInstructionCheck(check)].step);
    }
  });

  it('cover every check of a step that the customer does', () => {
    const covered = entries.flatMap(({ checks }) => checks.map(idOfInstructionCheck));
    const steps: readonly StepId[] = Object.values(OF_GROUP);
    const all = CHECK_IDS.filter((id) => steps.includes(CHECKS[id].step));
    expect(all.filter((id) => !covered.includes(id)).toSorted()).toEqual(ELSEWHERE.toSorted());
  });

  it('show of each line whether it is done, fails or is open', () => {
    const before = instructionsFor(new DrivenRun().run, 'AEP', 'VAULT', 'en')!;
    const numbered = before.lines.map(({ text }, at) => `${at + 1}. ${text}`).join('\n');
    expect(before.text).toBe([numbered, ...before.remarks].join('\n\n'));
    expect(before.lines.some(({ progress }) => progress === 'DONE')).toBe(false);
    expect(progressIn('VAULT', { enablePurgeProtection: false })).toEqual([
      ['vaultHasSoftDelete', 'DONE'],
      ['vaultHasPurgeProtection', 'FAILING'],
      ['vaultUsesRbac', 'DONE'],
    ]);
  });

  it('distinguish the lines of the firewall', () => {
    const networkAcls = { defaultAction: 'Deny', bypass: 'None', virtualNetworkRules: [] };
    const progress = (...ipRules: string[]) =>
      progressIn('NETWORK', { networkAcls: { ...networkAcls, ipRules } }).map(([, how]) => how);
    expect(progress()).toEqual(['DONE', 'FAILING', 'FAILING']);
    expect(progress('20.88.123.53/32')).toEqual(['DONE', 'DONE', 'FAILING']);
  });
});
