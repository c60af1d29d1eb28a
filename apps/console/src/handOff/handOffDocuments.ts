/** What a hand-off's page asks for and does. */
import { graphql } from '../generated/gql.ts';
import type { HandedOffFieldsFragment } from '../generated/graphql.ts';

graphql(`
  fragment HandedOffFields on HandedOff {
    partner
    organization
    actor
    note
    expiresAt
    steps {
      track
      id
      status
      title(locale: $locale)
      sentence(locale: $locale)
      looking
      lookedAt
      mayCheck
      mayAttest
      checks {
        ...HandedOffCheck
      }
      instructions(locale: $locale) {
        text
        lines {
          text
          checks
          progress
        }
        remarks
        values {
          label
          value
        }
        scripts {
          tool
          text
        }
      }
    }
    done {
      track
      id
      title(locale: $locale)
      sentence(locale: $locale)
    }
    later {
      track
      id
      title(locale: $locale)
    }
  }

  fragment HandedOffCheck on Check {
    id
    rules
    verdict
    title(locale: $locale)
    observed(locale: $locale)
    expected(locale: $locale)
    cause(locale: $locale)
    remedy(locale: $locale)
    checkedAt
    actor
    override {
      by(locale: $locale)
      at
    }
  }
`);

export const HANDED_OFF = graphql(`
  query HandedOff($locale: String!) {
    handedOff {
      ...HandedOffFields
    }
  }
`);

export const CHECK_HANDED_OFF = graphql(`
  mutation CheckHandedOff($input: CheckHandedOffInput!, $locale: String!) {
    checkHandedOff(input: $input) {
      handedOff {
        ...HandedOffFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const ATTEST_HANDED_OFF = graphql(`
  mutation AttestHandedOff($input: AttestHandedOffInput!, $locale: String!) {
    attestHandedOff(input: $input) {
      handedOff {
        ...HandedOffFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type HandedOffView = HandedOffFieldsFragment;
export type HandedOffStepView = HandedOffView['steps'][number];
