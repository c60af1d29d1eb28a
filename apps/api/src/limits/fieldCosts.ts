/** The costs of fields. By default an object costs 1 and a value costs nothing. */

/** Costs that differ from the default, by `Type.field`. */
export const WEIGHTS: Readonly<Record<string, number>> = {
  'Query.portfolio': 50,
  'Query.search': 50,
  'Query.historyVerification': 20_000,
  'Query.organizations': 10,
  'Query.runs': 10,
  'Query.bulkPreview': 500,
  'Query.bulkJobs': 10,
  'Query.savedViews': 10,
  'BulkJob.items': 10,
  'Query.history': 10,
  'Organization.runs': 20,
  'Run.history': 20,
  'Portfolio.needsYou': 200,
  'Run.nextActions': 5,
  'Track.preview': 10,
  'Track.approval': 5,
  'Track.ticketText': 2,
  'Step.instructions': 3,
  'HandedOffStep.instructions': 3,
};

/** Usual lengths of lists without pages, by `Type.field`. Others count as 3. */
export const LIST_SIZES: Readonly<Record<string, number>> = {
  'Run.tracks': 2,
  'Track.steps': 10,
  'Step.checks': 4,
  'HandedOffStep.checks': 4,
  'HandedOff.steps': 10,
  'HandedOff.done': 10,
  'Run.handOffs': 20,
  'Query.checkCatalog': 30,
  'Query.rules': 400,
  'StartRunsPayload.started': 100,
  'StartRunsPayload.blocked': 100,
  'StartRunsPayload.startable': 100,
  'BulkPreview.blocked': 100,
  'Query.savedViews': 50,
  'ImportOrganizationsPayload.rejected': 1,
  'ImportOrganizationsPayload.updates': 100,
  'ImportUpdate.changes': 2,
  'Organization.nextActions': 5,
  'Organization.settings': 7,
  'Portfolio.byStep': 1,
  'Viewer.organizations': 100,
};
