/** Approval. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function ApprovalPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.run' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
