/** What the viewer is sent of their inbox: query and mutation. */
import { graphql } from '../../generated/gql.ts';
import type { NotificationSettingsFieldsFragment } from '../../generated/graphql.ts';

export type NotificationSettings = NotificationSettingsFieldsFragment;

export const NOTIFICATION_SETTINGS = graphql(`
  query NotificationSettings {
    viewer {
      id
      notificationSettings {
        ...NotificationSettingsFields
      }
    }
  }

  fragment NotificationSettingsFields on NotificationSettings {
    isAvailable
    address
    digest
    kinds
    timeZone
    quietHours {
      from
      until
    }
    language
    dueAt
    sentAt
    problem
  }
`);

export const SET_NOTIFICATION_SETTINGS = graphql(`
  mutation SetNotificationSettings($input: SetNotificationSettingsInput!, $locale: String!) {
    setNotificationSettings(input: $input) {
      notificationSettings {
        ...NotificationSettingsFields
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);
