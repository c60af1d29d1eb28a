import { anomalies, namedCheck } from './anomalies.ts';
import { bulk } from './bulk.ts';
import * as checks from './checks/index.ts';
import { driftReasons } from './driftReasons.ts';
import { adobe } from './failures/adobe.ts';
import { aws as awsFailures } from './failures/aws.ts';
import { awsRole } from './failures/awsRole.ts';
import { azure } from './failures/azure.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { call } from './failures/call.ts';
import { changed, grant, history, inBulk, policy, affectedApproval, verdicts } from './history.ts';
import * as historyFields from './historyFields.ts';
import { http } from './http.ts';
import { inbox } from './inbox.ts';
import * as instructions from './instructions/index.ts';
import { irreversible, irreversibleOnAws } from './irreversible.ts';
import { keyIdentifier } from './keyIdentifier.ts';
import * as names from './names.ts';
import * as organization from './organization.ts';
import { policyWarnings } from './policyWarnings.ts';
import { practice } from './practice.ts';
import { reasons } from './reasons.ts';
import { readiness } from './readiness.ts';
import { furtherRefusal, refusals } from './refusals/index.ts';
import { rules } from './rules/index.ts';
import * as setup from './setup.ts';
import { otherTasks, status, tasks } from './status.ts';
import { ticket, ticketItems } from './ticket.ts';
import { tiers } from './tiers.ts';
import { vaultProbe } from './vaultProbe.ts';
import * as watch from './watch.ts';
import { watchCauses } from './watchCauses.ts';
import { webhookEvents } from './webhookEvents.ts';

export const es = {
  furtherRefusal,
  anomalies,
  bulk,
  changed,
  grant,
  policy,
  affectedApproval,
  checks: { ...checks },
  digest,
  evidence,
  failures: { adobe, aws: awsFailures, awsRole, azure, call },
  history,
  historyFields: { ...historyFields },
  http,
  inBulk,
  inbox,
  instructions: { ...instructions },
  irreversible,
  irreversibleOnAws,
  keyIdentifier,
  namedCheck,
  names: { ...names },
  organization: { ...organization },
  otherTasks,
  policyWarnings,
  practice,
  readiness,
  reasons,
  refusals,
  rules,
  setup: { ...setup },
  status,
  tasks,
  ticket,
  ticketItems,
  tiers,
  verdicts,
  vaultProbe,
  watch: { ...watch, driftReasons, causes: watchCauses },
  webhookEvents,
};
