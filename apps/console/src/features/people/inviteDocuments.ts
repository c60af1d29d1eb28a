/** The mutations of invitations, and the fields of one. */
import { graphql } from '../../generated/gql.ts';
import type { InvitationRowFragment } from '../../generated/graphql.ts';

export const INVITE_MEMBER = graphql(`
  mutation InviteMember($input: InviteMemberInput!, $locale: String!) {
    inviteMember(input: $input) {
      url
      invitation {
        ...InvitationRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }

  fragment InvitationRow on Invitation {
    id
    email
    grants {
      ...GrantFields
    }
    status
    invitedBy
    invitedAt
    expiresAt
  }
`);

export const REVOKE_INVITATION = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!, $locale: String!) {
    revokeInvitation(input: $input) {
      invitation {
        ...InvitationRow
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type InvitationRow = InvitationRowFragment;
