/**
 * What resolvers hand on for the types whose fields are computed: the store's records and the
 * core's states, never a copy of them.
 */
import type {
  Anomaly,
  CheckDefinition,
  Approval,
  CheckResult,
  NextAction,
  ProvidedKey,
  Run,
  StepId,
  StepState,
  TrackId,
  TrackState,
} from '@keyway/core';
import type {
  ApiTokenRecord,
  Authenticated,
  ConnectionRecord,
  Count,
  HistoryRecord,
  OrganizationRecord,
  Page,
  PortfolioCounts,
  StoredRun,
} from '@keyway/store';

/** A page with its count, which is taken only where it is asked for. */
export interface CountedPage<T> extends Page<T> {
  count: () => Promise<Count>;
}

export type ViewerParent = Authenticated;
export type OrganizationParent = OrganizationRecord;
export type CloudConnectionParent = ConnectionRecord;
export type OrganizationConnectionParent = CountedPage<OrganizationRecord>;
export type RunParent = StoredRun;
export type RunConnectionParent = CountedPage<StoredRun>;
export type NextActionParent = NextAction;
export interface TrackParent {
  run: Run;
  state: TrackState;
}
export interface ProvidedKeyParent {
  run: Run;
  track: TrackId;
  key: ProvidedKey;
}
export interface StepParent {
  run: Run;
  track: TrackId;
  id: StepId;
  state: StepState;
}
export interface CheckParent {
  run: Run;
  track: TrackId;
  result: CheckResult;
}
export type AnomalyParent = Anomaly;
export type CheckDefinitionParent = CheckDefinition;
export interface ApprovalParent {
  run: Run;
  track: TrackId;
  approval: Approval;
}
export interface SubmissionPreviewParent {
  run: Run;
  host: string;
}
export type HistoryEntryParent = HistoryRecord;
export type HistoryConnectionParent = Page<HistoryRecord>;
export type ApiTokenParent = ApiTokenRecord;
export type ApiTokenConnectionParent = Page<ApiTokenRecord>;
export type PortfolioParent = PortfolioCounts;
/** Which of these it is, `Node.__resolveType` tells by what only it has. */
export type NodeParent = OrganizationParent | RunParent | HistoryEntryParent | ApiTokenParent;
