/** The columns of an organization's run, for every list of organizations. */
import type { Actor, RunStatus } from '../../generated/enums.ts';
import { toShownStatus } from '../../status/indicators.ts';
import type { HealthSummary } from '../health/healthFields.ts';
import { findWaitStart } from '../work/findWaitStart.ts';
import type { WorkView } from '../work/workDocuments.ts';
import { columnsFor, type FileColumn, type FileTools } from './listFile.ts';

type ShownRun = Parameters<typeof toShownStatus>[0] &
  NonNullable<Parameters<typeof findWaitStart>[0]> &
  Pick<WorkView, 'dueAt' | 'owner'> & { status: RunStatus; waitingOn: readonly Actor[] };

interface Listed {
  name: string;
  imsOrgId: string;
  health: HealthSummary;
  run: ShownRun | null;
  /** Where the list shows since when it waits on some; in milliseconds. */
  oldestWait?: number | null;
}

const waitStart = ({ run, oldestWait = findWaitStart(run) }: Listed): string | null =>
  oldestWait === null ? null : new Date(oldestWait).toISOString();

/** @param toListed what of the row the columns show */
export function runColumns<T>(tools: FileTools, toListed: (row: T) => Listed): FileColumn<T>[] {
  const { intl, nameOf } = tools;
  const { plain, coded, listed } = columnsFor<T>(tools);
  const runOf = (row: T) => toListed(row).run;
  return [
    ...coded(
      'run',
      (row) => {
        const run = runOf(row);
        return run ? toShownStatus(run) : 'NOT_STARTED';
      },
      (status) =>
        intl.formatMessage({
          id: status === 'NOT_STARTED' ? 'portfolio.view.NOT_STARTED' : `runStatus.${status}`,
        }),
    ),
    ...listed('waitingOn', (row) => runOf(row)?.waitingOn ?? [], nameOf),
    plain('waitingSince', (row) => waitStart(toListed(row))),
    plain('owner', (row) => runOf(row)?.owner?.name),
    plain('due', (row) => runOf(row)?.dueAt),
    ...coded(
      'health',
      (row) => toListed(row).health.health,
      (health) => intl.formatMessage({ id: `health.${health}` }),
    ),
    plain('healthSince', (row) => toListed(row).health.since),
  ];
}

/** The organization's name and its ID at Adobe, which come first. */
export function nameColumns<T>(
  tools: Pick<FileTools, 'intl'>,
  organizationOf: (row: T) => { name: string; imsOrgId?: string } | null,
): FileColumn<T>[] {
  const { plain } = columnsFor<T>(tools);
  return [
    plain('organization', (row) => organizationOf(row)?.name),
    plain('imsOrgId', (row) => organizationOf(row)?.imsOrgId),
  ];
}
