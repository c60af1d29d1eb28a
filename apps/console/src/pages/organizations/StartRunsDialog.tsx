/** Starts many runs as a background job: a preview first, then one button with the number. */
import { useIntl } from 'react-intl';
import { BulkDialog } from '../../features/bulk/BulkDialog.tsx';
import type { OrganizationFilter } from '../../generated/graphql.ts';

interface StartRunsDialogProps {
  filter?: OrganizationFilter;
  isOpen: boolean;
  onClose: () => void;
}

export function StartRunsDialog({ filter, isOpen, onClose }: StartRunsDialogProps) {
  const intl = useIntl();
  return (
    <BulkDialog
      selection={{ filter: filter ?? {} }}
      only={{
        action: 'START_RUNS',
        title: intl.formatMessage({ id: 'startRuns.title' }),
        text: intl.formatMessage({ id: filter ? 'startRuns.filtered' : 'startRuns.all' }),
      }}
      isOpen={isOpen}
      onClose={onClose}
    />
  );
}
