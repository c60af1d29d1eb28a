/** The mutation that invites a person, and the fields of an invitation. */
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

export type InvitationRow = InvitationRowFragment;
