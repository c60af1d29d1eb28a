/** What a partner without organizations sees: what Keyway does, and the two ways to begin. */
import { LinkButton } from '@react-spectrum/s2';
import { useIntl } from 'react-intl';
import { usePartnerRole } from '../viewer/ViewerQuery.ts';
import { WithTexts } from '../../intl/WithTexts.tsx';
import en from '../../messages/gettingStarted.en.json';
import es from '../../messages/gettingStarted.es.json';
import { EmptyState } from '../../ui/EmptyState.tsx';

const TEXTS = { en, es };

export const GettingStarted = () => (
  <WithTexts texts={TEXTS}>
    <Beginning />
  </WithTexts>
);

function Beginning() {
  const intl = useIntl();
  const mayAdd = usePartnerRole('OWNER', 'OPERATOR');
  return (
    <EmptyState
      isPage
      title={intl.formatMessage({ id: 'gettingStarted.title' })}
      actions={
        mayAdd ? (
          <>
            <LinkButton variant="accent" href="/organizations/new">
              {intl.formatMessage({ id: 'organizations.add' })}
            </LinkButton>
            <LinkButton variant="secondary" href="/organizations/import">
              {intl.formatMessage({ id: 'gettingStarted.import' })}
            </LinkButton>
          </>
        ) : null
      }
    >
      {intl.formatMessage({ id: mayAdd ? 'gettingStarted.text' : 'gettingStarted.readOnly' })}
    </EmptyState>
  );
}
