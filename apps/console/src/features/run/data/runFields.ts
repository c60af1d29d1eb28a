/**
 * What the pages of a run show, without long texts. Queries, updates and mutations all select this
 * fragment, so that the cache always holds one complete version of the run.
 */
import { graphql } from '../../../generated/gql.ts';
import type { RunFieldsFragment } from '../../../generated/graphql.ts';

graphql(`
  fragment RunFields on Run {
    id
    status
    version
    ...TurnFields
    ...DelayFields
    startedAt
    updatedAt
    completedAt
    ...WorkFields
    mayAssign
    mayComment
    platformHost
    sentence(locale: $locale)
    progress {
      done
      total
    }
    organization {
      id
      name
      imsOrgId
      cloud
      region
      shield
      azureTenantId
      adobeConnected
      azureConnected
    }
    policy {
      ...PolicyFields
    }
    nextActions {
      mutation
      track
      step
      movesRun
      label(locale: $locale)
      reason(locale: $locale)
    }
    anomalies {
      at
      track
      step
      message(locale: $locale)
    }
    tracks {
      id
      status
      applicationId
      consentUrl
      key {
        identifier
        resolvedIdentifier
        vaultResourceId
        providedAt
      }
      setup {
        ...SetupFields
      }
      onlyConfigurationName
      approval {
        status
        requestedBy(locale: $locale)
        requestedAt
        evidenceHash
        keyIdentifier
        tenantId
        imsOrgId
        host
        decidedBy(locale: $locale)
        decidedAt
        comment
        acceptedBlocks {
          id
          title(locale: $locale)
        }
        usableAt
        usable
        expiresAt
        reason(locale: $locale)
        configurationName
        configurationNameCheck {
          verdict
          rules
          observed(locale: $locale)
          cause(locale: $locale)
          remedy(locale: $locale)
        }
        withdrawnBy(locale: $locale)
        withdrawnAt
        voidedAt
        refusedBefore {
          by(locale: $locale)
          at
          reason
          factsChanged
        }
        mayNotDecide
        mayNotRefuse
        noApprover
      }
      submission {
        status
        name
        body
        bodySha256
        sends
        host
        requestedBy(locale: $locale)
        requestedAt
        sentAt
        externalId
        statuses {
          status
          at
        }
      }
      ticket {
        caseNumber
        openedAt
        url
        recordedBy(locale: $locale)
        recordedAt
      }
      confirmation {
        confirmedBy
        confirmedAt
        text
        recordedBy(locale: $locale)
      }
      steps {
        id
        track
        status
        actor
        mode
        since
        coolingOffUntil
        title(locale: $locale)
        sentence(locale: $locale)
        lookedAt
        nextLookAt
        looking
        failure(locale: $locale)
        externalStatus
        attestation {
          statement
          reference
          by(locale: $locale)
          at
        }
        lastBlocked {
          at
          checks {
            id
            rules
            title(locale: $locale)
            observed(locale: $locale)
            expected(locale: $locale)
            cause(locale: $locale)
            checkedAt
          }
        }
        checks {
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
          overridable
          neverAccepted
          override {
            reason
            by(locale: $locale)
            at
          }
        }
      }
    }
  }
`);

export type RunView = RunFieldsFragment;
export type TrackView = RunView['tracks'][number];
export type StepView = TrackView['steps'][number];
export type CheckView = StepView['checks'][number];
export type ActionView = RunView['nextActions'][number];
