/** Each script that a customer may be shown, by its tool. Imported by tests only. */
import { STEP_IDS, type Run } from '@keyway/core';
import { DrivenRun } from '@keyway/core/testing';
import { instructionsFor } from '../src/instructions/instructionsFor.ts';
import { aRunOnAws, AWS_SITUATIONS } from './awsSituations.ts';
import { runAt, SITUATIONS } from './scriptSituations.ts';

const RUNS: readonly Run[] = [
  ...Object.values(SITUATIONS).map(runAt),
  new DrivenRun().run,
  new DrivenRun().prepare().run,
  ...Object.values(AWS_SITUATIONS).map(aRunOnAws),
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
