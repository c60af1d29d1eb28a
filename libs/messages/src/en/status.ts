/** The one sentence about a step or a run: its status and who has to act. */
import type { StepId } from '@keyway/core';
import { actor } from './names.ts';

/** ` for 3 days`; nothing in the first hour. */
const age = `{unit, select,
  hours { for {count, plural, one {# hour} other {# hours}}}
  days { for {count, plural, one {# day} other {# days}}}
  other {}
}`;
const vault = '{vault, select, none {the vault} other {vault {vault}}}';
const key = '{key, select, none {the key} other {key {key}}}';

const lostTime = `{cause, select,
  FAILED_OVER {Keyway’s database failed over to another server}
  RESTORED {Keyway’s database was restored from a backup, or moved to another server,}
  other {Keyway’s connection to its database came back after some minutes}
} on {since}.`;

export const status = {
  later: 'Later: first {steps}.',
  ready: `Ready for ${actor}: {task}.`,
  /** To the reader, who is the actor. */
  toDo: 'To do: {task}.',
  checking: 'Checking…',
  assigning: 'Assigning the role…',
  working: 'In progress: {task}.',
  configurationDelayed: `${lostTime} So that nothing is sent twice, Keyway first checks whether Adobe has the configuration already. {asksAgain, select,
    yes {If not, Keyway sends nothing, since it was requested before the backup and may have been canceled since: from {until} on it needs a new approval. Until then nobody has to do anything.}
    other {If not, Keyway sends it automatically, from {until} on. Nobody has to do anything.}
  }`,
  changeDelayed: `${lostTime} So that nothing is changed twice, Keyway waits until {until}. It then reads what is in Azure{asksAgain, select,
    yes {, and what is still to be made has to be confirmed again. Until then nobody has to do anything.}
    other { and continues automatically. Nobody has to do anything.}
  }`,
  waitingOn: `Waiting on ${actor}${age}: {task}.`,
  /** The remedy of a check is whole sentences. */
  waitingOnRemedy: `Waiting on ${actor}${age}. {remedy}`,
  notChecked: 'Could not be checked yet: {observed}; Keyway tries again automatically.',
  /** `observed` of a failed call says itself that something could not be read. */
  callFailed: '{observed}; Keyway tries again automatically.',
  checkedAgainAt: '{observed}; checked again at {until}.',
  blocked: `Blocked${age}: requirement “{title}” is not met. Observed: {observed}.`,
  failed: 'Failed: {reason}.',
  adobeFailed:
    'Adobe reported FAILED without a reason. Review the checks of key, vault and application, or open a case with Adobe Customer Care.',
  done: 'Done.',
  doneVerified: 'Done and verified.',
  doneAttested: 'Done, attested by {name}; not verified.',
  doneByKeyway: 'Done by Keyway and verified.',
  alreadyAssigned: 'Already assigned; verified.',
  found: `{earlierSubmission, select,
    true {Found at Adobe as approved; it was there before this submission, which sent nothing.}
    other {Found at Adobe as approved; it was there already and was not sent by Keyway.}
  }`,
  leftOpen: 'Not done: the run was canceled.',
  notNeeded: 'Not needed.',
  notNeededOnAws: 'Not needed: on AWS, Customer Journey Analytics needs no setup.',
  completed: 'Key-managed since {date}.',
  cancelled: 'Canceled by {name}: “{reason}”.',
  coolingOff: `Cooling-off until {until}. Then ready for ${actor}: {task}.`,
  approvalRefused: 'Refused by {name}: “{reason}”.',
  approvalWithdrawn: 'Withdrawn by {name}: “{reason}”.',
  approvalVoid: 'The last approval is void. {reason}',
  lastBlocked:
    '{sentence} When it was last read, on {at}, {count, plural, one {this requirement was} other {these requirements were}} not met: {blocked}.',
  /** `reason` and `remedy` are sentences. */
  notSetUp: '{sentence} Keyway can’t set this up: {reason} {remedy}',
  lastTry: '{sentence} Last try: {message}.',
  lastStatus: '{sentence} Adobe’s last status: “{status}”.',
};

/** What the actor of a step has to do. */
export const tasks = {
  ENTITLEMENT: 'attest the purchase of the shield, with its reference',
  VAULT: `create or correct ${vault}`,
  NETWORK: `let Adobe through the firewall of ${vault}`,
  KEY: `create or correct ${key} in ${vault}`,
  POLICY: 'add Adobe’s statements to the key policy',
  APP_REGISTRATION: 'read Adobe’s app registration for this organization',
  CONSENT:
    'consent to Adobe’s app in {tenant, select, none {the vault’s tenant} other {tenant {tenant}}}',
  ROLE: `assign Adobe’s app the encryption role on ${vault}`,
  APPROVAL: 'decide whether to approve the submission',
  SUBMISSION: 'submit the configuration to Adobe',
  ACTIVATION: 'put the key into use{status, select, none {} other { (Adobe reports “{status}”)}}',
  TICKET: 'open a case with Adobe Customer Care and record its number',
  CONFIRMATION: 'confirm {case, select, none {the case} other {case {case}}}',
} satisfies Record<StepId, string>;

export const otherTasks = {
  kmsKey: 'create or correct the KMS key',
  saveOnAws: 'save the configuration on the organization’s page at Adobe',
  confirmOnAws: 'confirm in writing that the key is in effect',
  confirmSetup: 'review and confirm the changes that Keyway planned',
  provideArn: 'provide the ARN of the key to use',
  provideKey: 'provide the identifier of the key to use',
  provideKeyPolicy: 'provide the key policy that the organization’s page at Adobe shows',
  requestApproval: 'request approval',
  requestApprovalAgain: `{why, select,
    refused {change what was refused, then request approval again}
    changed {review what changed, then request approval again}
    other {request approval again}
  }`,
  connectAgain:
    'connect {cloud} again so that Keyway can read this, or attest that it was corrected: {task}',
  connectOrAttest: 'connect {cloud}, or attest that this is done: {task}',
};
