/** One line of history per kind of entry; the arguments are values of the entry’s data. */
import type { HistoryKind } from '../history/historyKind.ts';

const role =
  '{role, select, OWNER {owner} OPERATOR {operator} APPROVER {approver} AUDITOR {auditor} none {unknown} other {{role}}}';
const access =
  '{access, select, READ {read} WRITE {read and write} none {unknown} other {{access}}} access';
const named = '{roleArn, select, none {client ID {clientId}} other {role {roleArn}}}';
const expiring =
  '{waits, select, true {new } other {}}{credentialKind, select, CERTIFICATE {certificate} other {client secret}} for {cloud}, client ID {clientId},';
const replaced = '{replaced, select, true {, in place of the former credential} other {}}';
const admin =
  '{for, select, AZURE_ADMIN {the Azure admin} ENTRA_ADMIN {the Entra admin} AWS_ADMIN {the AWS admin} none {an admin} other {{for}}}';

const healthOf = (name: string): string =>
  `{${name}, select, REVOKED {revoked} CUT_OFF {cut off} AT_RISK {at risk} UNREACHABLE {unreachable} HEALTHY {healthy} NOT_WATCHED {not watched} none {unknown} other {{${name}}}}`;

/** After “to”. */
const change = `{change, select,
  CREATE_VAULT {create the vault}
  ENABLE_PURGE_PROTECTION {enable purge protection}
  ADD_NETWORK_RULE {add the network rules}
  CREATE_KEY {create the key}
  SET_ROTATION {set the rotation}
  PUT_DIAGNOSTIC_SETTING {add the diagnostic setting}
  PUT_LOCK {lock the vault against deletion}
  none {make a change}
  other {{change}}
}`;

/** Recorded once a person, or a change of the connection, had ended the set-up. */
const late = `{late, select,
  true {{definite, select,
    false {; the set-up had ended, and whether it was done is not known}
    other {; Azure’s answer came after the set-up had ended}
  }}
  other {}
}`;

const lostTime = `{cause, select,
  FAILED_OVER {the database failed over to another server}
  RESTORED {the database was restored from a backup, or moved to another server}
  RESUMED {nothing was connected to the database for some minutes}
  other {the database may have lost what was written last}
}`;

export const history = {
  runStarted: `Started the run{blocked, select,
    none {}
    other {; the run before last saw {blocked} not met}
  }{unanswered, select,
    none {}
    other {; a change of the run before may still arrive in Azure until {unanswered}}
  }`,
  connectionsChanged: 'The organization’s connections changed',
  organizationChanged: 'The run uses the corrected organization details',
  stepAttested: `{track} · {step}: attested “{statement}”{reference, select, none {} other { (reference {reference})}}{blocked, select,
    none {}
    other {; Keyway last saw {blocked} not met}
  }`,
  keyProvided: '{track}: provided the key {keyIdentifier}',
  vaultProbed: `{track}: asked the vault again without a credential; {vaultTenantId, select,
    none {its tenant is still unknown}
    other {it is in tenant {vaultTenantId}}
  }`,
  keyPolicyProvided: 'Provided the key policy of Adobe’s page',
  verificationRequested:
    'Requested a check of {place, select, none {every open step} other {{place}}}',
  factsObserved: '{track} · {step}: {verdict}',
  trackReread: `{track}: read all facts again{purpose, select,
    submission { before submitting}
    ticket { before opening the case}
    ticketRecorded { after the case was recorded}
    diagnosis { to find the cause}
    other {}
  }{verdict, select, none {} other {: {verdict}}}`,
  checkOverridden: '{track}: accepted “{check}” because “{reason}”',
  approvalRequested:
    '{track}: requested approval{configurationName, select, none {} other { for the configuration name “{configurationName}”}}',
  approvalGranted: `{track}: approved{comment, select, none {} other {, with the comment “{comment}”}}{accepted, select,
    none {}
    other {; accepted {accepted}, last seen not met}
  }`,
  approvalRefused: '{track}: refused because “{reason}”',
  approvalWithdrawn: '{track}: withdrew the approval because “{reason}”',
  approvalExpired: '{track}: the approval expired',
  submissionRequested: 'Requested to submit the configuration “{configurationName}” to Adobe',
  configurationDelayed: `Waits until {until} to send the configuration to Adobe, because ${lostTime}`,
  configurationNotSent:
    'Did not send the configuration: it was requested before the database was restored from a backup',
  configurationSending: 'Started sending the configuration to Adobe (attempt {send})',
  configurationAccepted: `Adobe has the configuration{status, select,
    none {}
    other { (status “{status}”)}
  }{sentNothing, select, true {; it was there already, and this submission sent nothing} other {}}`,
  configurationSendFailed: 'Sending the configuration failed: {message}',
  configurationNotFound: 'Searched Adobe for the configuration: not found',
  configurationObserved: `Read the status from Adobe{message, select,
    none {{status, select, none {} other {: “{status}”}}}
    other {; it could not be read: {message}}
  }`,
  roleAssigned: `{track}: {created, select,
    false {the encryption role of Adobe’s application was already assigned; nothing was changed}
    other {assigned the encryption role to Adobe’s application}
  }`,
  roleAssignmentFailed: '{track}: the encryption role could not be assigned: {message}',
  setupRequested: '{track}: requested a plan to set up key {keyName} in vault {vaultName}',
  setupPlanned: '{track}: read what is in Azure and planned the changes',
  setupPlanFailed: '{track}: the changes could not be planned: {message}',
  setupConfirmed: '{track}: confirmed the plan of changes',
  setupChangeDelayed: `{track}: waits until {until} to ${change}, because ${lostTime}`,
  setupChangeStarted: `{track}: started to ${change}`,
  setupChangeMade: `{track}: {result, select,
    ALREADY_THERE {found what was to be done, already there: to ${change}}
    UNCONFIRMED {sent the request to ${change} without an answer; it is in place}
    other {managed to ${change}}
  }${late}`,
  setupChangeFailed: `{track}: could not ${change}: {message}${late}`,
  setupCancelled: '{track}: canceled the set-up; nothing was undone',
  ticketRecorded: 'Recorded case {caseNumber} with Adobe Customer Care',
  cjaConfirmed: 'Recorded that {confirmedBy} confirmed Customer Journey Analytics: “{text}”',
  workResumed: 'Restarted the work on this run, which had stopped',
  stepRetried: '{track} · {step}: tried again',
  policyChanged:
    '{loosened, select, true {Loosened the policy for approvals} other {Changed the policy for approvals}}: {policy}{approvals, select, none {} other {. {approvals}}}',
  runAssigned: `Assigned the run to {owner, select, none {nobody} other {{owner}}}, {dueAt, select,
    none {without a due date}
    other {due {dueAt}}
  }`,
  commentAdded: 'Commented{place, select, none {} other { on {place}}}: {text}',
  runCancelled: 'Canceled the run because “{reason}”',
  organizationCreated: 'Created the organization {name}',
  organizationUpdated: 'Changed the organization: {changes}',
  organizationArchived:
    'Archived the organization{reason, select, none {} other { because “{reason}”}}',
  organizationRestored: 'Restored the organization {name}',
  organizationDeleted:
    'Deleted the organization {name} ({imsOrgId}), archived {archivedAt}, with its history of {entries, select, 1 {one entry} other {{entries} entries}}',
  adobeConnected: `Connected Adobe with client ID {clientId}${replaced}`,
  azureConnected: `Connected Azure in tenant {tenantId} (${access})${replaced}`,
  awsConnected: `Connected AWS with role {roleArn} in {region}${replaced}`,
  adobeDisconnected: 'Disconnected Adobe and deleted the credential of client ID {clientId}',
  azureDisconnected: `Disconnected Azure and deleted the credential for tenant {tenantId} (${access})`,
  awsDisconnected: 'Disconnected AWS and removed role {roleArn} in {region}',
  awsExternalIdCreated: 'Created the external ID for AWS',
  connectionVerified: 'The credential for {cloud} works',
  connectionFailed: 'The credential for {cloud} was refused: {message}',
  replacementStored: `Stored a new credential for {cloud}, ${named}. The former one stays in use until it works`,
  replacementFailed: `The new credential for {cloud}, ${named}, was refused: {message}. The former one stays in use`,
  replacementWithdrawn: `Deleted the new credential for {cloud}, ${named}. The former one stays in use`,
  credentialExpires: `The ${expiring} expires on {expiresAt}`,
  credentialExpired: `The ${expiring} expired on {expiresAt}`,
  apiTokenCreated: `Created the API token “{name}” (${role})`,
  apiTokenRevoked: 'Revoked the API token “{name}”',
  memberSignedIn: '{name} signed in',
  memberJoined: `{name} joined as {grants, select, none {${role}} other {{grants}}}`,
  memberInvited: 'Invited {email} as {grants}',
  invitationRevoked: 'Revoked the invitation of {email}',
  invitationAccepted: '{name} accepted an invitation and joined as {grants}',
  grantsChanged:
    'Changed the access of {name} from {before, select, none {nothing} other {{before}}} to {after}',
  memberRemoved: 'Removed {name}{reason, select, none {} other { because “{reason}”}}',
  sessionsEnded:
    'Ended {count, select, none {sessions} 1 {one session} other {{count} sessions}} of {name}',
  signInPolicyChanged: 'Changed the rules that admit people by claims of single sign-on',
  handOffCreated: `Created a hand-off to ${admin}`,
  handOffRevoked: `Revoked the hand-off to ${admin}`,
  watchStarted: 'Began to watch the keys',
  eventGridAddressCreated: 'Made a new address for events of Azure Event Grid',
  webhookCreated: 'Created the webhook to {url}',
  webhookChanged:
    '{change, select, enabled {Enabled} disabled {Disabled} other {Changed}} the webhook to {url}',
  webhookDeleted: 'Deleted the webhook to {url}',
  webhookSecretRotated: 'Made a new secret for the webhook to {url}',
  webhookDisabled:
    'Disabled the webhook to {url}{reason, select, GONE {, which answered 410 Gone} FAILING {, which took nothing for five days} other {}}',
  webhookRedelivered: 'Sent {eventType} again to {url}',
  chatSet:
    'Set what the chat in {chat, select, SLACK {Slack} TEAMS {Teams} other {{chat}}} is sent',
  chatRemoved: 'Removed the chat in {chat, select, SLACK {Slack} TEAMS {Teams} other {{chat}}}',
  evidenceExported: 'Exported the evidence pack',
  databaseFailedOver:
    'The database failed over to another server; what was written after {lostSince} may be missing',
  databaseRestored:
    'The database was restored from a backup; what was written after {lostSince} may be missing',
  healthChanged: `{track}: the key’s health changed from ${healthOf('from')} to ${healthOf('to')}`,
  versionSeen: '{track}: the key has a new version: {version}',
  differenceAccepted: '{track}: accepted “{field}” as it is now because “{reason}”',
  alertOpened: 'Alert: {track, select, none {} other {{track}: }}{alert}',
  alertAcknowledged:
    'Acknowledged the alert: {track, select, none {} other {{track}: }}{alert}{comment, select, none {} other {, with the comment “{comment}”}}',
  alertReopened: 'Alert open again, after a new event of Adobe: {alert}',
  alertResolved: 'Alert resolved: {track, select, none {} other {{track}: }}{alert}',
  partnerCreated: 'Created the partner account {name}',
} satisfies Record<HistoryKind, string>;

/** An entry that came by a bulk job. */
export const inBulk = '{line} (bulk job)';

/** The result of an observation; `titles` are those of the checks that did not pass. */
export const verdicts = {
  passed: 'passed',
  warned: 'passed with a warning: {titles}',
  blocked: 'blocked: {titles}',
  blockedAbsent: 'blocked, not found: {titles}',
  unknown: 'could not be checked{message, select, none {} other {: {message}}}',
  noVerdict: 'read, without a verdict in this entry',
  noVerdictAbsent: 'read and not found, without a verdict in this entry',
};

/** The rules of approvals in one line. */
export const policy = `{fourEyes, select,
    OWN_APPROVER {approved by an approver who was given access to the organization in particular}
    other {approved by any approver or owner other than the requester}
  }, {coolingOff, select, none {usable at once} other {usable after {coolingOff}}}, valid for {valid}{never, select,
    none {}
    other {, never accepted: {never}}
  }`;

/** What a changed policy did to an approval that stood. */
export const affectedApproval = `{track}: {status, select,
    requested {the request for approval}
    other {the approval}
  } {voided, select,
    none {{held, select, none {stays valid} other {stays valid but can’t be used until {held}}}}
    policyLoosened {is void because the policy was loosened}
    ownApproverRequired {is void because an approver who was given access to this organization in particular must approve}
    evidenceChanged {is void because an accepted warning can’t be accepted any more}
    expired {is void because it expired by the new policy}
    other {is void}
  }`;

/** A role, with the organization that it is limited to. */
export const grant = `${role}{organizationName, select, none {} other { ({organizationName})}}`;

export const changed =
  '{field} from “{from, select, none {nothing} other {{from}}}” to “{to, select, none {nothing} other {{to}}}”';
