/** The tab’s title of a run: "Contoso · Blocked at Key · Keyway". */
import { useIntl } from 'react-intl';
import { toShownStatus } from '../../status/indicators.ts';
import { usePageTitle } from '../../ui/usePageTitle.ts';
import type { RunView } from './data/runFields.ts';
import { findTitleStep } from './steps/stepOrder.ts';

export function useRunTitle(run: RunView): void {
  const intl = useIntl();
  const step = findTitleStep(run);
  const status = intl.formatMessage({ id: `runStatus.${toShownStatus(run)}` });
  usePageTitle(
    run.organization.name,
    step ? intl.formatMessage({ id: 'run.titleAt' }, { status, step: step.title }) : status,
  );
}
