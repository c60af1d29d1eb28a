/** Finds a pending approval by the organization's name; loaded after the list. */
import { useNavigate } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { FilterBar } from '../../ui/FilterBar.tsx';

export function PendingFilter({ text }: { text: string }) {
  const intl = useIntl();
  const navigate = useNavigate({ from: '/approvals' });
  const onChange = (next: string) =>
    void navigate({ search: (old) => ({ ...old, text: next || undefined }), replace: true });
  return (
    <FilterBar
      text={{ label: intl.formatMessage({ id: 'portfolio.filter' }), value: text, onChange }}
      isFiltered={text !== ''}
      onClear={() => onChange('')}
    />
  );
}
