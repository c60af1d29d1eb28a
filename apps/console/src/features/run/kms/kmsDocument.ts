/** The key in AWS KMS and its policy, queried apart from the run because they are long. */
import { graphql } from '../../../generated/gql.ts';
import type { RunKmsQuery } from '../../../generated/graphql.ts';

/** For use without the cache: its tracks have other fields than those of `RunFields`. */
export const RUN_KMS = graphql(`
  query RunKms($id: ID!, $locale: String!) {
    run(id: $id) {
      id
      version
      tracks {
        id
        kmsKey {
          arn
          keySpec
          keyUsage
          keyState
          origin
          multiRegion
          keyManager
          deletionDate
          validTo
          rotation {
            enabled
            periodInDays
            nextRotation
          }
        }
        keyPolicy {
          template
          templateProvidedAt
          statements {
            sid
            state
            parts
            foundSid
            wanted
            found
          }
          current
          keepsAdmin
          extraPrincipals
          denyingSids
          repeatedSids
          merged
        }
      }
    }
    history(first: 20, filter: { runId: $id, kind: ["keyPolicyProvided"] }) {
      nodes {
        id
        at
        actor(locale: $locale)
        data
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

type Track = NonNullable<RunKmsQuery['run']>['tracks'][number];
export type KmsKeyView = NonNullable<Track['kmsKey']>;
export type KeyPolicyView = NonNullable<Track['keyPolicy']>;
export type PolicyStatementView = KeyPolicyView['statements'][number];
export type PastedPolicies = RunKmsQuery['history'];
