/** What is known of an organization's addresses for alerts and events. */
import { useQuery } from '@apollo/client/react';
import { useAppLocale } from '../../../intl/IntlRoot.tsx';
import { EVENT_ADDRESSES } from './eventDocuments.ts';

/** When and by whom the address that Event Grid sends to was made. */
export interface MadeAddress {
  at: string;
  actor: string;
}

interface EventAddresses {
  adobe: string | undefined;
  /** Null: there is none; undefined: it is not known. */
  made: MadeAddress | null | undefined;
  error: unknown;
  refetch: () => void;
}

export function useEventAddresses(organizationId: string): EventAddresses {
  const { locale } = useAppLocale();
  const { data, error, refetch } = useQuery(EVENT_ADDRESSES, {
    variables: {
      ...{ id: organizationId, locale },
      filter: { organizationId, kind: ['eventGridAddressCreated'] },
    },
    // Somebody else can have made another address since.
    fetchPolicy: 'no-cache',
  });
  return {
    adobe: data?.organization?.keyHealth.adobeWebhookUrl,
    made: data && (data.history.nodes[0] ?? null),
    error,
    refetch: () => void refetch().catch(() => undefined),
  };
}
