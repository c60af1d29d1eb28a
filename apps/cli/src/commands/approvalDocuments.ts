/** What is decided by: an approval and what would be sent. */
import { graphql } from '../generated/gql.ts';
import type { DecidedRunQuery } from '../generated/graphql.ts';

export const decidedRunDocument = graphql(`
  query DecidedRun($id: ID!, $configurationName: String, $locale: String) {
    run(id: $id) {
      id
      organization {
        id
        name
        imsOrgId
        cloud
      }
      tracks {
        id
        onlyConfigurationName
        ticketText(locale: $locale)
        ticketReady
        irreversible(locale: $locale) {
          rule
          text
        }
        approval {
          status
          requestedBy(locale: $locale)
          requestedAt
          decidedBy(locale: $locale)
          decidedAt
          evidenceHash
          keyIdentifier
          configurationName
          configurationNameCheck {
            verdict
            title(locale: $locale)
            observed(locale: $locale)
            cause(locale: $locale)
          }
          tenantId
          imsOrgId
          host
          usableAt
          expiresAt
          mayNotDecide
          refusedBefore {
            by(locale: $locale)
            at
            reason
            factsChanged
          }
        }
        preview {
          method
          host
          path
          body(configurationName: $configurationName)
        }
        steps {
          id
          checks {
            id
            title(locale: $locale)
            verdict
            observed(locale: $locale)
            override {
              reason
              by(locale: $locale)
            }
          }
          attestation {
            statement
            by(locale: $locale)
          }
          lastBlocked {
            at
            checks {
              id
              title(locale: $locale)
              observed(locale: $locale)
            }
          }
        }
      }
    }
  }
`);

export const nameCheckDocument = graphql(`
  query ConfigurationNameCheck($id: ID!, $configurationName: String!, $locale: String) {
    run(id: $id) {
      tracks {
        id
        configurationNameCheck(configurationName: $configurationName) {
          verdict
          neverAccepted
          title(locale: $locale)
          observed(locale: $locale)
          cause(locale: $locale)
        }
      }
    }
  }
`);

export const pendingDocument = graphql(`
  query PendingApprovals($first: Int!, $after: String, $mayDecide: Boolean, $locale: String) {
    pendingApprovals(first: $first, after: $after, mayDecide: $mayDecide) {
      nodes {
        track
        since
        run {
          id
          organization {
            id
            name
            imsOrgId
          }
          tracks {
            id
            approval {
              requestedBy(locale: $locale)
              keyIdentifier
              configurationName
              evidenceHash
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type DecidedRun = NonNullable<DecidedRunQuery['run']>;
export type DecidedTrack = DecidedRun['tracks'][number];
export type NamedCheck = NonNullable<
  NonNullable<DecidedTrack['approval']>['configurationNameCheck']
>;
