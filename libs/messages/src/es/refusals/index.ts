/** Why a request was refused, by reason; one file for each area. */
import { accessRefusals } from './access.ts';
import { approvalRefusals } from './approval.ts';
import { importRefusals } from './importing.ts';
import { inputRefusals } from './input.ts';
import { organizationRefusals } from './organization.ts';
import { runRefusals } from './run.ts';
import { setupRefusals } from './setup.ts';
import { stepRefusals } from './step.ts';
import { submissionRefusals } from './submission.ts';
import { watchRefusals } from './watch.ts';
import { webhookRefusals } from './webhook.ts';

export const refusals = {
  ...accessRefusals,
  ...approvalRefusals,
  ...importRefusals,
  ...inputRefusals,
  ...organizationRefusals,
  ...runRefusals,
  ...setupRefusals,
  ...stepRefusals,
  ...submissionRefusals,
  ...watchRefusals,
  ...webhookRefusals,
};

/** A further refusal of the same line of an import. */
export const furtherRefusal = 'Además, {field}: {refusal}';
