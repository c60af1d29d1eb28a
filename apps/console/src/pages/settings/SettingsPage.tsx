/** Settings. */
import { useIntl } from 'react-intl';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { usePageTitle } from '../../ui/usePageTitle.ts';

export function SettingsPage() {
  const intl = useIntl();
  const title = intl.formatMessage({ id: 'nav.settings' });
  usePageTitle(title);
  return <PageHeader title={title} />;
}
