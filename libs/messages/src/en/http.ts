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
  },
  signInWith: 'Continue with {provider}',
  signInLabels: {
    tryAgain: 'Try again',
    signIn: 'Sign in',
    otherAccount: 'Use another account',
    home: 'Go to Keyway',
  },
  texts: {
    csrfHeaderMissing: 'Send the header x-keyway-csrf: 1 from a page of this origin.',
    notFound: 'Not found.',
    notSupported: 'This path is not supported yet.',
    consoleNotBuilt: 'The console is not built here. The API is at /graphql.',
    tooLarge: 'This request is larger than {mebibytes} MiB. Send its content in parts.',
    notJson: 'Send JSON, with the header Content-Type: application/json.',
    failed: 'Something went wrong in Keyway. If it happens again, report the error ID {requestId}.',
    rateLimited:
      'Too many requests. Try again in {seconds, plural, one {# second} other {# seconds}}.',
    stopping: 'This process is about to stop.',
    databaseSilent: 'The database does not answer.',
    sealingKeyUnusable:
      'The key that seals credentials can’t be used; see the log. Connecting clouds and checking them wait for it.',
  },
  /** The database refuses, or can’t be reached. */
  unavailable: {
    full: 'The database has no disk space left. Nothing was changed. Try again when there is space.',
    exhausted: 'The database has no free connections. Nothing was changed. Try again shortly.',
    busy: 'The database took too long, because other requests use the same data. Nothing was changed. Try again shortly.',
    away: 'The database can’t be reached. Nothing was changed. Try again shortly.',
    unknownCommit:
      'The connection to the database was lost while saving, so we couldn’t confirm whether it was done. Check, or send the request again with the same idempotencyKey.',
  },
};
