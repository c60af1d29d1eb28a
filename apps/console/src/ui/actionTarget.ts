/** Where in the console a next action is done: the page that shows what it needs. */
export interface ActionAt {
  mutation: string;
  track?: string | null;
  step?: string | null;
}

/** A path within the console; on the run page the step's card is the anchor. */
export function actionTarget(runId: string, action: ActionAt): string {
  const run = `/runs/${encodeURIComponent(runId)}`;
  switch (action.mutation) {
    case 'approve':
    case 'refuse':
      return action.track ? `${run}/approval/${action.track}` : run;
    case 'submitConfiguration':
      return `${run}/submit`;
    case 'recordTicket':
    case 'confirmCja':
      return `${run}/ticket`;
    default:
      return action.track && action.step ? `${run}#${action.track}-${action.step}` : run;
  }
}
