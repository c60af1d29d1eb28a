/** The addresses that Adobe and Azure send to, and the mutation that makes Azure's. */
import { graphql } from '../../../generated/gql.ts';

/** The last entry of a new address says that there is one; the address itself is not stored. */
export const EVENT_ADDRESSES = graphql(`
  query EventAddresses($id: ID!, $filter: HistoryFilter, $locale: String!) {
    organization(id: $id) {
      id
      keyHealth {
        adobeWebhookUrl
      }
    }
    history(first: 1, filter: $filter) {
      nodes {
        id
        at
        actor(locale: $locale)
      }
    }
  }
`);

export const CREATE_EVENT_GRID_ADDRESS = graphql(`
  mutation CreateEventGridAddress($input: CreateEventGridAddressInput!, $locale: String!) {
    createEventGridAddress(input: $input) {
      address
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
