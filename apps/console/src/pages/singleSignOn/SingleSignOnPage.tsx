/** Who is admitted without an invitation, by claims of their sign-in, and when that ends. */
import { useQuery } from '@apollo/client/react';
import { useIntl } from 'react-intl';
import { SettingsFrame } from '../../features/settings/SettingsFrame.tsx';
import { usePartnerRole } from '../../features/viewer/ViewerQuery.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../ui/Skeleton.tsx';
import { RulesEditor } from './RulesEditor.tsx';
import { SIGN_IN_POLICY_QUERY } from './ruleDocuments.ts';
import { rulesToEdit } from './ruleDrafts.ts';

export function SingleSignOnPage() {
  const intl = useIntl();
  // Not from the cache: what is edited here replaces all rules.
  const query = useQuery(SIGN_IN_POLICY_QUERY, {
    fetchPolicy: 'network-only',
    skip: !usePartnerRole('OWNER'),
  });
  const { data, error } = query;
  const reload = async () => {
    const read = (await query.refetch().catch(() => undefined))?.data?.signInPolicy;
    return read && { rules: rulesToEdit(read), version: read.version };
  };
  return (
    <SettingsFrame section="singleSignOn" text={intl.formatMessage({ id: 'rule.text' })}>
      {data ? (
        <RulesEditor
          saved={rulesToEdit(data.signInPolicy)}
          providers={data.signInPolicy.providers}
          reload={reload}
        />
      ) : null}
      {!data && error ? (
        <ErrorState
          what={intl.formatMessage({ id: 'rule.failed' })}
          error={error}
          onRetry={() => void reload()}
        />
      ) : null}
      {!data && !error ? <ListSkeleton rows={3} columns={4} /> : null}
    </SettingsFrame>
  );
}
