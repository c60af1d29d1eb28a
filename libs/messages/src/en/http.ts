/** What the api answers outside GraphQL: pages about signing in, and plain text about errors. */

export const http = {
  signInPages: {
    notSetUp: {
      title: 'Sign-in isn’t set up',
      message:
        'This installation accepts API tokens only. To let people sign in, set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or KEYWAY_OIDC_PROVIDERS.',
    },
    choose: {
      title: 'Choose how to sign in',
      message: 'Use the account that you have access with, or that your invitation is for.',
    },
    providerAway: {
      title: 'Couldn’t sign in',
      message:
        'The sign-in provider can’t be reached. Your data and runs are not affected. Try again shortly. If it happens again, contact the administrator of this installation.',
    },
    tookTooLong: {
      title: 'Signing in took too long',
      message:
        'This sign-in was started in another browser or tab, or more than ten minutes ago. Sign in again. If you were accepting an invitation, open its link again.',
    },
    notConfirmed: {
      title: 'You are not signed in',
      message: 'The sign-in provider did not confirm who you are. Sign in again.',
    },
    notInvited: {
      title: 'You don’t have access',
      message:
        'You signed in as {account}, but nobody has given this account access to Keyway here. Ask an owner to invite you, then open the link of the invitation.',
    },
    removed: {
      title: 'Your access was removed',
      message: 'An owner ended your access. To come back, ask an owner for a new invitation.',
    },
    invitationUnknown: {
      title: 'This link isn’t an invitation',
      message:
        'Part of the link may be missing. Open it from the message again, or copy all of it. If it still doesn’t work, ask for a new invitation.',
    },
    invitationUsed: {
      title: 'This invitation was already accepted',
      message:
        'It works once. If you accepted it, sign in with the same account: you have access. If you didn’t, report it to whoever invited you.',
    },
    invitationReplaced: {
      title: 'There is a newer invitation',
      message:
        'You were invited again, and only the newest link works. Open the link that you got last.',
    },
    invitationRevoked: {
      title: 'This invitation was revoked',
      message:
        'It gives no access any more. If you still need it, ask whoever invited you for a new invitation.',
    },
    invitationExpired: {
      title: 'This invitation has expired',
      message:
        'Nobody accepted it in time. Ask whoever invited you for a new one. If you have access already, sign in.',
    },
    emailNotVerified: {
      title: 'Your email address isn’t verified',
      message:
        'You signed in as {account}. The invitation is for one email address, and the sign-in provider doesn’t confirm that yours is verified. Verify it there and open the link again, or use another account.',
    },
    invitationForOther: {
      title: 'This invitation is for someone else',
      message:
        'You signed in as {account}. The invitation is for another email address, and stays open. Use the account with the invited address, or ask for an invitation of this one.',
    },
    acrMissing: {
      title: 'This sign-in isn’t enough',
      message:
        'Approving and submitting require a stronger sign-in than the provider confirmed. You are still signed in as before. Use the method that your organization requires, such as a security key.',
    },
    otherPerson: {
      title: 'You signed in as someone else',
      message:
        'To approve or submit, confirm the account that you are signed in with. Nothing was changed, and you are still signed in as before. To change the account, sign out first.',
    },
    oauthClient: {
      title: 'This program isn’t known',
      message:
        'A program asked to use Keyway, but it isn’t one that can sign in here. If you started the Keyway command line yourself, update it and run “keyway login” again.',
    },
    oauthRedirect: {
      title: 'This sign-in leads elsewhere',
      message:
        'A program asked to use Keyway and to be answered at an address that isn’t this computer’s. Nothing was sent. If you didn’t start “keyway login” yourself, close this page.',
    },
    oauthRepeated: {
      title: 'This request isn’t valid',
      message:
        'A program asked to use Keyway and gave one of its details twice. Nothing was sent. Run “keyway login” again.',
    },
    oauthTooLong: {
      title: 'This request isn’t valid',
      message:
        'A program asked to use Keyway with more text than fits. Nothing was sent. Run “keyway login” again.',
    },
    oauthStale: {
      title: 'This page was too old',
      message:
        'You signed in again since it was loaded, or it came from somewhere else. Nothing was allowed. Load it again and compare what it asks for.',
    },
    oauthSignInAgain: {
      title: 'Confirm that it’s you',
      message:
        'Giving a program access requires a recent or stronger sign-in. Sign in again to continue.',
    },
  },
  signInWith: 'Continue with {provider}',
  signInLabels: {
    tryAgain: 'Try again',
    signIn: 'Sign in',
    otherAccount: 'Use another account',
    home: 'Go to Keyway',
  },
  /** The page on which a person allows a program. */
  consent: {
    title: 'Let the Keyway command line use your account?',
    message:
      'A program on this computer asks for access as you. Allow it only if you ran “keyway login” yourself just now.',
    account: 'Account',
    partner: 'Partner’s name',
    program: 'Program',
    programName: 'Keyway command line (keyway-cli)',
    answersTo: 'It receives the answer at',
    may: 'It may',
    scopes: {
      read: 'Read everything that you can see',
      'runs:write': 'Change organizations, connections and runs',
      approve: 'Decide approvals in your name',
      admin: 'Manage tokens, members and policies',
    },
    extra: 'It asked for more than usual. Select only what you need:',
    notYours: 'Your roles don’t include what else it asked for: {scopes}',
    tokenName: 'Name of its token',
    tokenNameHint: 'Owners see it in the list of API tokens, where it can be revoked.',
    defaultName: 'Keyway command line, {date}',
    validFor: 'Valid for',
    days: '{count, plural, one {# day} other {# days}}',
    allow: 'Allow',
    deny: 'Don’t allow',
    otherAccount: 'Use another account',
    nameProblem: 'Give the token a name of 1 to {max} characters.',
    nothingChosen: 'Select at least one thing that it may do.',
  },
  texts: {
    csrfHeaderMissing: 'Send the header x-keyway-csrf: 1 from a page of this origin.',
    notFound: 'Not found.',
    hookUnsigned: 'This delivery has no valid signature.',
    hookMalformed: 'This is no delivery of events. Nothing was changed.',
    hookKeyUnknown: 'The key that signed this delivery is not known yet. Send it again later.',
    hookNotForUs:
      'Nothing here receives this delivery. Compare the address with the one in Keyway.',
    hookTooLarge: 'This delivery is larger than {kibibytes} KiB. Send fewer events at a time.',
    consoleNotBuilt: 'The console is not built here. The API is at /graphql.',
    tooLarge: 'This request is larger than {mebibytes} MiB. Send its content in parts.',
    notJson: 'Send JSON, with the header Content-Type: application/json.',
    failed: 'Something went wrong in Keyway. If it happens again, report the error ID {requestId}.',
    evidenceSignIn: 'Sign in, or send an API token: Authorization: Bearer kw_…',
    evidenceReadScope: 'This token can’t read. Use one with the scope read.',
    evidenceNotFound: 'There is no such organization here, or you don’t have access to it.',
    evidenceTime:
      '{parameter} isn’t a time. Write it in RFC 3339, for example {parameter}=2026-01-31T00:00:00Z.',
    evidenceRange:
      'until must be later than since, for example since=2026-01-01T00:00:00Z&until=2026-02-01T00:00:00Z.',
    evidenceParameter:
      '{parameter} isn’t a parameter here. Use since, until and locale, each at most once.',
    evidenceLocale: 'locale isn’t a language here. Use locale=en or locale=es.',
    evidenceMethod: 'Use GET or HEAD.',
    evidenceSealing:
      'Evidence can’t be signed now, because the key that seals credentials can’t be used. Nothing was exported. Try again later.',
    evidenceHistoryChanged:
      'The history of this organization was changed: it is not what was signed. Nothing was exported. Run `keyway history verify`, and find out who has access to the database.',
    rateLimited:
      'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    stopping: 'This process is about to stop.',
    databaseSilent: 'The database does not answer.',
    databaseMoving:
      'The database is being moved to another server. Everything can be read and nothing changed, and nothing is sent.',
    sealingKeyUnusable:
      'The key that seals credentials can’t be used; see the log. Connecting clouds and checking them wait for it.',
  },
  /** The database refuses, or can’t be reached. */
  unavailable: {
    full: 'The database has no disk space left. Nothing was changed. Try again when there is space.',
    exhausted: 'The database has no free connections. Nothing was changed. Try again shortly.',
    busy: 'The database took too long, because other requests use the same data. Nothing was changed. Try again shortly.',
    away: 'The database can’t be reached. Nothing was changed. Try again shortly.',
    moving:
      'The database is being moved to another server. Until then you can read and not change. Nothing was changed. Try again later.',
    newer:
      'Keyway is being upgraded: a newer version stored this, and a process of the version before can’t read it. Nothing was changed. Try again shortly.',
    unknownCommit:
      'The connection to the database was lost while saving, so we couldn’t confirm whether it was done. Check, or send the request again with the same idempotencyKey.',
  },
};
