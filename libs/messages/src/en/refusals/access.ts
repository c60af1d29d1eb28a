import type { ReasonOf } from '@keyway/core';

export const accessRefusals = {
  accessChanged:
    'Your access changed while this was being done, so nothing was changed. Reload the page to see what you may do now.',
  alreadyMember:
    '{name} is a member with this email address. Change their access instead of inviting them.',
  changedMeanwhile:
    'Somebody else changed this meanwhile. Nothing was saved: read it again, and decide whether your change still holds.',
  claimEmpty: 'Name the claim and its value.',
  ruleIssuerMissing:
    'Say for which sign-in provider the rule holds: with several, one may send what is meant for another.',
  ruleIssuerUnknown: 'No sign-in provider has the issuer {issuer}. Choose one that is set up.',
  claimRuleTwice: 'The rule for claim {claim} with value “{value}” and this access is there twice.',
  emailInvalid: 'Enter one email address, such as ana@example.com.',
  grantsEmpty: 'Give at least one role. To end all access, remove the member.',
  grantsMany: 'A person can have at most {max} grants.',
  handOffActor:
    'A hand-off can be for the customer’s Azure admin (AZURE_ADMIN), Entra admin (ENTRA_ADMIN) or AWS admin (AWS_ADMIN). Others sign in: approving and submitting need an account.',
  handOffActorNotInPlan: 'This run has no steps for this admin.',
  handOffClosed:
    'This link can’t be used any more: the work on the run ended, or the link expired or was revoked. Nothing was changed. Ask the person who sent it for a new one.',
  handOffNothingToDo: 'This admin has nothing left to do in this run: all their steps are done.',
  handOffNotFound: 'This hand-off doesn’t exist.',
  handOffsMany: 'A run can have at most {max} open hand-offs. Revoke one first.',
  handOffTokenNeeded:
    'Only the token of a hand-off can run this. Use verify or attestStep instead.',
  handOffTooLong: 'A hand-off is valid for at most {days} days. Choose an earlier time.',
  chatKindsOther: 'A chat can be sent {kinds} alone: the others are for one person.',
  chatNotFound: 'No chat is connected.',
  chatUrlMissing:
    'Give the address of the chat’s incoming webhook. Addresses are never shown again, and belong to one kind of chat.',
  digestAddressMissing:
    'Your sign-in provider gives no email address for you, so nothing can be sent. Ask whoever operates it.',
  digestKindsEmpty: 'Choose at least one kind of item, or turn the digest off.',
  digestMailMissing:
    'This installation sends no mail. Ask whoever operates Keyway to set KEYWAY_MAIL_FROM and KEYWAY_SMTP_URL.',
  idempotencyKeyLength: 'The idempotency key must have 1 to {max} characters. It can be left out.',
  idempotencyKeyReused:
    'This idempotency key was used for another request in the last 24 hours. Use a new key.',
  inboxItemNotFound: 'This is not in your inbox, or not any more. Nothing was marked.',
  inboxItemsMany: 'Name at most {max, number} items, or a time up to which everything is read.',
  inboxPersonNeeded:
    'An inbox belongs to a person: a token has none and can’t run {mutation}. Use the console.',
  inboxReadEither: 'Name the items, or a time up to which everything is read: one of the two.',
  invitationAccepted:
    'This invitation was accepted. To end the person’s access, remove the member.',
  invitationNotFound: 'This invitation doesn’t exist.',
  invitationTooLong: 'An invitation is valid for at most {days} days. Choose an earlier time.',
  lastOwner:
    'This is the partner’s last owner. Make another member owner first; rules of single sign-on don’t count.',
  memberNotFound: 'This member doesn’t exist, or was removed.',
  mentionNotFound:
    'One of the people named is no member any more. Remove the name, and send the comment again.',
  mentionsMany: 'A comment can name at most {max} people.',
  mentionWithoutAccess: '{name} has no access to this organization, so they can’t be named here.',
  ownerRemoved: '{name} was removed and can’t be responsible for a run. Choose someone else.',
  ownerWithoutAccess:
    '{name} has no access to this organization. Choose someone else, or have an owner give access.',
  partnerGrantMissing:
    'Your access is limited to certain organizations. {mutation} requires {needed, select, OWNER {OWNER} other {{needed} or OWNER}} for the whole partner.',
  personNeeded:
    'The bootstrap token stands for no person, so neither it nor a token made with it can run {mutation}. Invite an approver and sign in.',
  quietHoursEqual: 'Quiet hours need a beginning and another end, or leave them out.',
  quietHoursForm: '“{given}” is no time of day. Use hours and minutes, such as 22:00.',
  roleMissing:
    'Your role {role} can’t run {mutation}. It requires {needed, select, OWNER {OWNER} other {{needed} or OWNER}}.',
  rulesMany: 'There can be at most {max} rules.',
  scopeMissing:
    'This token doesn’t have the scope {scope}, which the mutation {mutation} requires. Use a token that has it.',
  sessionNotFound: 'This session doesn’t exist, or has ended.',
  sharedViewsMany: 'A partner can share at most {max} views of a page. Delete one first.',
  signInAgain:
    'Running {mutation} requires a recent sign-in here. Sign in again, then repeat it. Nothing was changed.',
  signInNeeded:
    'Running {mutation} requires a person who signed in recently, so no API token can do it here. Use the console.',
  timeZoneUnknown:
    '“{given}” is no time zone that Keyway knows. Use a name such as Europe/Madrid, or UTC.',
  tokenExpiresTooLate:
    'A token can’t outlive the token that creates it. Choose a time up to {expiresAt}.',
  tokenNotFound: 'This API token doesn’t exist.',
  tokenOrganizationsEmpty: 'Name at least one organization, or leave the list out for all of them.',
  tokenScopeNotHeld: 'A token can’t have the scope {scope}, which its creator doesn’t have.',
  tokenScopesEmpty: 'Choose at least one of these scopes: {scopes}.',
  tokenScopeUnknown: '“{scope}” is not a scope. Available scopes: {scopes}.',
  viewNameTaken: 'There already is a view named “{name}”. Choose another name.',
  viewNotFound: 'This view doesn’t exist, or isn’t shared with you.',
  viewOfOther: '{name} made this view. Only they and owners can change it. Save your own instead.',
  viewPersonNeeded:
    'Views belong to people: a token can read shared views, but can’t run {mutation}.',
  viewPrivateOfOther: '{name} made this view, so only they can make it private. You can delete it.',
  viewSearchInvalid:
    'The search of a view is an object of at most 40 parameters, each a text, a number, true or false, or a list of texts.',
  viewSearchTooLong: 'The search of a view can have at most {max, number} characters as JSON.',
  viewsMany: 'You can have at most {max} views of a page. Delete one first.',
} satisfies Record<ReasonOf<'access'>, string>;
