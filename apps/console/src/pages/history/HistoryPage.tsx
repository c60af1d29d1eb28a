/** History. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function HistoryPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.history' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
