/** What the form does: each act with its mutation, and what the server made of it. */
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import {
  sendMutation,
  type MutationDocument,
  type PayloadOf,
  type Values,
} from '../../apollo/sendMutation.ts';
import { adobeValues } from '../../features/connections/adobeDraft.ts';
import { azureValues } from '../../features/connections/azureDraft.ts';
import { CONNECT_ADOBE, CONNECT_AZURE } from '../../features/connections/connectionDocuments.ts';
import { START_RUN } from '../../features/organization/startRunDocument.ts';
import { ATTEST_STEP, PROVIDE_KEY } from '../../features/run/actions/dialogMutations.ts';
import { graphql } from '../../generated/gql.ts';
import type { TrackId } from '../../generated/enums.ts';
import type { CreateOrganizationInput } from '../../generated/graphql.ts';
import { useAppLocale } from '../../intl/IntlRoot.tsx';
import { ActSequence, type Act, type ActId } from './ActSequence.ts';
import type { FurtherDraft } from './useFurtherDraft.ts';

const CREATE_ORGANIZATION = graphql(`
  mutation CreateOrganization($input: CreateOrganizationInput!, $locale: String!) {
    createOrganization(input: $input) {
      organization {
        id
        name
      }
      userErrors {
        ...UserErrorFields
      }
    }
  }
`);

export function useActs() {
  const client = useApolloClient();
  const { locale } = useAppLocale();
  const [sequence] = useState(() => new ActSequence());
  useEffect(() => sequence.start(), [sequence]);
  const { states, isRunning } = useSyncExternalStore(sequence.subscribe, sequence.snapshot);

  /** @param made the ID of what the server made, where another act needs it */
  function act<TData, TInput extends object>(
    [id, needs]: readonly [ActId, ActId | null],
    document: MutationDocument<TData, TInput>,
    input: (needed: string) => Values<TInput>,
    made: (payload: PayloadOf<TData>) => string | null = () => null,
  ): Act {
    return {
      ...{ id, needs },
      send: async (keys, needed) => {
        const payload = await sendMutation({ client, locale, keys }, document, input(needed));
        return { errors: payload.userErrors, made: made(payload) };
      },
    };
  }

  const keyOf = (track: TrackId, keyIdentifier: string) =>
    act([track === 'AEP' ? 'keyAep' : 'keyCja', 'run'], PROVIDE_KEY, (runId) => ({
      ...{ runId, track, keyIdentifier, vaultResourceId: null },
    }));
  const entitlementOf = (track: TrackId, { entitlement }: FurtherDraft) =>
    act([track === 'AEP' ? 'entitlementAep' : 'entitlementCja', 'run'], ATTEST_STEP, (runId) => ({
      ...{ runId, track, step: 'ENTITLEMENT' as const },
      statement: entitlement.statement.trim(),
      reference: entitlement.reference.trim() || null,
    }));

  /** In their order: a run is started with what is connected, and has the keys before the rest. */
  function listActs(organization: Values<CreateOrganizationInput>, further: FurtherDraft): Act[] {
    const { hasAdobe, hasAzure, hasKey, hasEntitlement, adobe, azure, keys } = further;
    const isForCja = hasEntitlement && further.onAzure && further.entitlement.alsoCja;
    return [
      act(
        ['organization', null],
        CREATE_ORGANIZATION,
        () => organization,
        ({ organization: created }) => {
          client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'organizations' });
          return created?.id ?? null;
        },
      ),
      hasAdobe &&
        act(['adobe', 'organization'], CONNECT_ADOBE, (organizationId) => ({
          ...{ organizationId, ...adobeValues(adobe.draft) },
        })),
      hasAzure &&
        act(['azure', 'organization'], CONNECT_AZURE, (organizationId) => ({
          ...{ organizationId, ...azureValues(azure.draft) },
        })),
      further.isStarting &&
        act(
          ['run', 'organization'],
          START_RUN,
          (organizationId) => ({ organizationId }),
          ({ run }) => run?.id ?? null,
        ),
      hasKey.AEP && keyOf('AEP', keys.AEP.text),
      hasKey.CJA && keyOf('CJA', keys.CJA.text),
      hasEntitlement && entitlementOf('AEP', further),
      isForCja && entitlementOf('CJA', further),
    ].filter((one) => one !== false);
  }
  return { states, isRunning, sequence, listActs };
}
