/** Each script that a customer may be shown, by its tool. Imported by tests only. */
import { STEP_IDS, type Run } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { instructionsFor } from '../src/instructions/instructionsFor.ts';
import { runAt, SITUATIONS } from './scriptSituations.ts';

const onAws = (): DrivenRun =>
  new DrivenRun({
    organization: { cloud: 'AWS', region: 'VA6', shield: 'PRIVACY_AND_SECURITY_SHIELD' },
    connections: { adobe: null, azure: null },
  });

const RUNS: readonly Run[] = [
  ...Object.values(SITUATIONS).map(runAt),
  new DrivenRun().run,
  new DrivenRun().prepare().run,
  onAws().run,
];

/** In English, each text once. */
export const everyScript = (tool: string): string[] => [
  ...new Set(
    RUNS.flatMap((run) =>
      STEP_IDS.flatMap((step) => instructionsFor(run, 'AEP', step, 'en')?.scripts ?? []),
    )
      .filter((script) => script.tool === tool)
      .map(({ text }) => text),
  ),
];
