/** What a viewer may do with an organization now, by the rules that the store applies. */
import { canCancel, canDisconnect } from './guards.ts';
import { isSubmitted, type OrganizationSituation } from './organizationChange.ts';

export type OrganizationActionName =
  | 'startRun'
  | 'updateOrganization'
  | 'archiveOrganization'
  | 'restoreOrganization'
  | 'connectAdobe'
  | 'connectAzure'
  | 'connectAws'
  | 'disconnectAdobe'
  | 'disconnectAzure'
  | 'disconnectAws';

/** A mutation of an organization that is possible now. */
export interface OrganizationAction {
  mutation: OrganizationActionName;
  /** Whether a reason is required. */
  needsReason: boolean;
}

interface ActionSituation extends OrganizationSituation {
  cloud: 'AZURE' | 'AWS';
  isArchived: boolean;
  adobeConnected: boolean;
}

function canArchive(situation: ActionSituation): boolean {
  const { run, isArchived } = situation;
  if (isArchived) return false;
  return (
    isSubmitted(situation) ||
    run === null ||
    run.cancelled !== null ||
    run.completedAt !== null ||
    canCancel(run) === null
  );
}

/**
 * The mutations that are possible now and that `may` allows. The store decides again when one is
 * made.
 */
export function organizationActions(
  situation: ActionSituation,
  may: (mutation: OrganizationActionName) => boolean,
): OrganizationAction[] {
  const { cloud, isArchived, adobeConnected, azureConnected, awsConnected, run } = situation;
  const actions: OrganizationAction[] = [];
  const add = (mutation: OrganizationActionName, possible: boolean, needsReason = false): void => {
    if (possible && may(mutation)) actions.push({ mutation, needsReason });
  };
  const canWithdraw = (kind: 'adobe' | 'azure'): boolean =>
    run === null || canDisconnect(run, kind) === null;
  add('startRun', !isArchived && (run === null || run.cancelled !== null));
  add('updateOrganization', true);
  add('connectAdobe', !isArchived);
  add('connectAzure', !isArchived && cloud === 'AZURE');
  add('connectAws', !isArchived && cloud === 'AWS');
  add('disconnectAdobe', adobeConnected && canWithdraw('adobe'));
  add('disconnectAzure', azureConnected && canWithdraw('azure'));
  add('disconnectAws', awsConnected);
  // After a submission, archiving doesn't cancel the open run and requires a reason.
  add('archiveOrganization', canArchive(situation), isSubmitted(situation));
  add('restoreOrganization', isArchived);
  return actions;
}
