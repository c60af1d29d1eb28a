/** A set-up by Keyway and its plan of changes: what is shown, and what a person does with it. */
import { graphql } from '../../../generated/gql.ts';
import type { TrackView } from '../data/runFields.ts';

graphql(`
  fragment SetupFields on Setup {
    status
    sentence(locale: $locale)
    subscriptionId
    resourceGroup
    vaultName
    keyName
    location
    keyProtection
    keySize
    rotateEveryMonths
    network
    workspaceId
    lock
    requestedBy(locale: $locale)
    requestedAt
    planHash
    plannedAt
    replanned
    confirmable
    confirmedBy(locale: $locale)
    confirmedAt
    endedAt
    changes {
      kind
      outcome
      title(locale: $locale)
      before(locale: $locale) {
        label
        value
      }
      after(locale: $locale) {
        label
        value
      }
      irreversible
      reason(locale: $locale)
      remedy(locale: $locale)
      result
      progress(locale: $locale)
      running
      at
    }
  }
`);

export type SetupView = NonNullable<TrackView['setup']>;
export type SetupChangeView = SetupView['changes'][number];

export const PLAN_SETUP = graphql(`
  mutation PlanSetup($input: PlanSetupInput!, $locale: String!) {
    planSetup(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const CONFIRM_SETUP = graphql(`
  mutation ConfirmSetup($input: ConfirmSetupInput!, $locale: String!) {
    confirmSetup(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const CANCEL_SETUP = graphql(`
  mutation CancelSetup($input: CancelSetupInput!, $locale: String!) {
    cancelSetup(input: $input) {
      run {
        ...RunFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
