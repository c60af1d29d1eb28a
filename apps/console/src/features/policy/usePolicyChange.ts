/**
 * Changes a policy: the server compares first, by the policy that holds now, and a loosening is
 * sent only by who has seen that it voids approvals.
 */
import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { useKeywayMutation } from '../../apollo/useKeywayMutation.ts';
import { useAnnounce } from '../../ui/announce.tsx';
import { areSameRules, toRules } from './policyDrafts.ts';
import type { PolicyRules } from './policyDrafts.ts';
import {
  COMPARE_ORGANIZATION_POLICY,
  COMPARE_PARTNER_POLICY,
  SET_POLICY,
} from './policyDocuments.ts';
import type { PolicyView } from './policyDocuments.ts';

export interface PolicyTarget {
  /** Null: the partner's policy. */
  organizationId: string | null;
  /** The policy that holds, as it was read. */
  policy: PolicyView;
  /** The partner's, which the organization follows without one of its own. */
  partner: PolicyView;
  reload: () => Promise<unknown>;
}

interface Finding {
  /** What the warning on screen is about; anything else is compared again. */
  loosening: PolicyRules | null;
  hasConflict: boolean;
  failure: unknown;
}
const NOTHING: Finding = { loosening: null, hasConflict: false, failure: null };

export function usePolicyChange(target: PolicyTarget, onDone: () => void) {
  const { organizationId, policy, partner, reload } = target;
  const intl = useIntl();
  const announce = useAnnounce();
  const compare = useComparison(organizationId);
  const [finding, setFinding] = useState(NOTHING);
  const [isComparing, setComparing] = useState(false);
  const mutation = useKeywayMutation(SET_POLICY, {
    onDone: () => {
      announce(intl.formatMessage({ id: 'policy.saved' }));
      onDone();
      void reload().catch(() => undefined);
    },
  });

  /** @param isWarned the person saw that it loosens */
  async function propose(rules: PolicyRules, inherit: boolean, isWarned: boolean) {
    mutation.reset();
    setComparing(true);
    try {
      const now = await compare(rules);
      // What this person wants may hold already: a response was lost, and the retry has its key.
      const isOutdated =
        (!areSameRules(now.policy, policy) && !areSameRules(now.policy, rules)) ||
        (inherit && !areSameRules(now.partner, partner));
      if (isOutdated) {
        await reload();
        setFinding({ ...NOTHING, hasConflict: true });
      } else if (now.loosened && !isWarned) {
        setFinding({ ...NOTHING, loosening: rules });
      } else {
        const ifVersion = now.policy.version;
        mutation.send(
          inherit
            ? { organizationId, inherit: true, ifVersion }
            : { organizationId, ...toRules(rules), ifVersion },
        );
      }
    } catch (failure) {
      setFinding({ ...NOTHING, failure });
    } finally {
      setComparing(false);
    }
  }
  // Somebody was faster, after the comparison.
  const isLate = mutation.errors.some(({ code }) => code === 'CONFLICT');
  useEffect(() => {
    if (isLate) void reload().catch(() => undefined);
  }, [isLate, reload]);
  return {
    propose,
    finding: { ...finding, hasConflict: finding.hasConflict || isLate },
    mutation: {
      ...mutation,
      errors: isLate ? [] : mutation.errors,
      isPending: mutation.isPending || isComparing,
    },
  };
}

interface Comparison {
  policy: PolicyView;
  partner: PolicyView;
  loosened: boolean;
}

/** Asks the server, which decides by the same rule when the change is sent. */
function useComparison(organizationId: string | null) {
  const client = useApolloClient();
  return async (rules: PolicyRules): Promise<Comparison> => {
    const fetchPolicy = 'no-cache';
    const read = organizationId
      ? await client.query({
          query: COMPARE_ORGANIZATION_POLICY,
          variables: { id: organizationId, ...toRules(rules) },
          fetchPolicy,
        })
      : await client.query({
          query: COMPARE_PARTNER_POLICY,
          variables: toRules(rules),
          fetchPolicy,
        });
    const { data } = read;
    const found = data && 'organization' in data ? data.organization?.policy : data?.policy;
    if (!data || !found) throw new Error('The organization was not found.');
    return { policy: found, partner: data.policy, loosened: found.loosenedBy };
  };
}
