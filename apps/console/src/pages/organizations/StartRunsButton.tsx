/** The button that opens the dialog for starting many runs. */
import { Button } from '@react-spectrum/s2';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { OrganizationFilter } from '../../generated/graphql.ts';
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';

/** Loaded with its texts when it first opens, because most visits start no runs. */
const dialog = lazyPart(
  async () => (await withAdministrationTexts(import('./StartRunsDialog.tsx'))).StartRunsDialog,
);

export function StartRunsButton({ filter }: { filter?: OrganizationFilter }) {
  const intl = useIntl();
  const [isOpen, setOpen] = useState(false);
  const onClose = () => setOpen(false);
  return (
    <>
      <Button variant="secondary" onPress={() => setOpen(true)}>
        {intl.formatMessage({ id: 'startRuns.open' })}
      </Button>
      <Part part={dialog} isWanted={isOpen} props={{ filter, isOpen, onClose }} />
    </>
  );
}
