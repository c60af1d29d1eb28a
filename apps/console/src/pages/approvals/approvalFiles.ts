/** The files of the lists of approvals: those that are pending, and what was decided. */
import {
  columnsFor,
  FILE_PAGE,
  listFile,
  readNow,
  type FileTools,
  type ListFile,
} from '../../features/export/listFile.ts';
import type { ApprovalsFileQuery } from '../../generated/graphql.ts';
import { nameColumns } from '../../features/export/runColumns.ts';
import { APPROVALS_FILE } from './approvalsDocument.ts';
import type { DecisionKind } from './approvalsSearch.ts';
import { decisionOf, kindsOf, type DecisionRow } from './decisions.ts';
import { DECISIONS_QUERY } from './decisionsDocument.ts';
import { keyOf, type PendingList } from './pendingApprovals.ts';

type Pending = ApprovalsFileQuery['pendingApprovals']['edges'][number]['node'];

const trackOf = ({ run, track }: Pending) => run.tracks.find(({ id }) => id === track);

export function pendingFile(tools: FileTools, wanted: PendingList): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<Pending>(tools);
  return listFile<Pending>({
    name: 'approvals',
    isFiltered: Boolean(wanted.text),
    columns: [
      ...nameColumns<Pending>(tools, ({ run }) => run.organization),
      ...coded(
        'track',
        ({ track }) => track,
        (track) => intl.formatMessage({ id: `track.${track}` }),
      ),
      plain('key', (row) => keyOf(trackOf(row))),
      plain('requestedBy', (row) => trackOf(row)?.approval?.requestedBy),
      plain('requestedAt', (row) => trackOf(row)?.approval?.requestedAt ?? row.since),
      plain('evidenceHash', (row) => trackOf(row)?.approval?.evidenceHash),
      plain('runId', ({ run }) => run.id),
    ],
    page: async (after) => {
      const variables = { first: FILE_PAGE, after, ...wanted, locale };
      return (await readNow(client, APPROVALS_FILE, variables)).pendingApprovals;
    },
  });
}

export function decidedFile(tools: FileTools, decision: DecisionKind | undefined): ListFile {
  const { intl, client, locale } = tools;
  const { plain, coded } = columnsFor<DecisionRow>(tools);
  return listFile<DecisionRow>({
    name: 'decisions',
    isFiltered: decision !== undefined,
    columns: [
      plain('organization', ({ organization }) => organization.name),
      ...coded(
        'track',
        ({ track }) => track,
        (track) => intl.formatMessage({ id: `track.${track}` }),
      ),
      ...coded(
        'decision',
        (row) => row.decision,
        (kind) => intl.formatMessage({ id: `approvers.decision.${kind}` }),
      ),
      plain('actor', ({ by }) => by),
      plain('at', ({ at }) => at),
      plain('comment', ({ text }) => text),
      plain('voidedAt', ({ voided }) => voided?.at),
      plain('voidReason', ({ voided }) => voided?.reason),
      plain('runId', ({ runId }) => runId),
    ],
    page: async (after) => {
      const filter = { kind: kindsOf(decision) };
      const variables = { first: FILE_PAGE, after, filter, locale };
      const { history } = await readNow(client, DECISIONS_QUERY, variables);
      const edges = history.edges.flatMap(({ node }) => {
        const row = decisionOf(node);
        return row ? [{ node: row }] : [];
      });
      return { pageInfo: history.pageInfo, edges };
    },
  });
}
