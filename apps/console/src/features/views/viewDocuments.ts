/** Saved views of a page, and the mutations that change them. */
import { graphql } from '../../generated/gql.ts';
import type { SavedViewFieldsFragment } from '../../generated/graphql.ts';

export const SAVED_VIEWS = graphql(`
  query SavedViews($page: SavedViewPage!) {
    savedViews(page: $page) {
      ...SavedViewFields
    }
  }

  fragment SavedViewFields on SavedView {
    id
    name
    search
    shared
    madeBy
    own
    default
    mayChange
    version
    changedBy
  }
`);

export const SAVE_VIEW = graphql(`
  mutation SaveView($input: SaveViewInput!, $locale: String!) {
    saveView(input: $input) {
      view {
        ...SavedViewFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const UPDATE_VIEW = graphql(`
  mutation UpdateView($input: UpdateViewInput!, $locale: String!) {
    updateView(input: $input) {
      view {
        ...SavedViewFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const DELETE_VIEW = graphql(`
  mutation DeleteView($input: DeleteViewInput!, $locale: String!) {
    deleteView(input: $input) {
      deletedId
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export const SET_DEFAULT_VIEW = graphql(`
  mutation SetDefaultView($input: SetDefaultViewInput!, $locale: String!) {
    setDefaultView(input: $input) {
      view {
        ...SavedViewFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export type SavedView = SavedViewFieldsFragment;
