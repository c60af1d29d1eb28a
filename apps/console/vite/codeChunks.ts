/**
 * Which small modules are one chunk: each request costs a few milliseconds, and one chunk is
 * smaller than many that are compressed alone. Pages and parts are chunks without being named here.
 */

/** Files in a folder, by their names without an ending. */
const files = (folder: string, names: string): string =>
  `/${folder}/(?:${names})\\.(?:m?js|tsx?|css)`;
const source = (folder: string, ...names: string[]): string =>
  files(`console/src/${folder}`, names.join('|'));
const spectrum = (names: string): string => files('@react-spectrum/s2/dist/private', names);
const icons = (names: string): string => files('@react-spectrum/s2/icons', names);
const aria = (names: string): string => files('react-aria/dist/private(?:/[\\w-]+)+', names);
const components = (names: string): string => files('react-aria-components/dist/private', names);
const stately = (names: string): string => files('react-stately/dist/private(?:/[\\w-]+)+', names);
const fragments = (names: string): string => `keyway:fragment/(?:${names})`;

/** Of a module in two of them, the first counts. */
const CHUNKS: Readonly<Record<string, readonly string[]>> = {
  // What nearly every page shows, most of it a few hundred bytes.
  parts: [
    source('ui', 'PageHeader|RelativeTime|timeSpan|Tip|ServerText|SelectBox|selectBox'),
    source('ui', 'SortButton|sortButton'),
    source('ui', 'useIsNarrow|useIsAhead|isAhead|nextMinute|MenuButton|SectionLinks'),
    source('status', 'indicators|indicatorIcon|StatusText|StatusIcon|IndicatorIcon'),
    source('intl', 'serverText'),
    source('apollo', 'accessChange|userErrors'),
    source('features/work', 'findWaitStart|Owner'),
    source('features/viewer', 'useActorName|useRoleFor'),
    source('features/people', 'formatGrant'),
    source('features/alerts', 'alertChanges'),
    // Where texts are, which `textsOfParts.ts` imports wherever a part is loaded.
    '/console/src/(?:\\w+/)+[A-Z]\\w+Texts\\.tsx?',
    fragments('UserErrorFields|WorkFields|TurnFields'),
    spectrum('Image|Avatar|S2_CornerTriangle\\w+|CornerTriangle|ActionButton|Link'),
    spectrum('NotificationBadge'),
    // The context alone (`splitModules.ts`).
    '/ActionButtonGroup\\.mjs\\?part',
    icons('Close|More'),
  ],
  steps: [
    source('features/run/actions', 'actionTarget'),
    source('features/run/steps', 'stepOrder|stepDependencies'),
    source('features/run/handOffs', 'handOffActor'),
  ],
  copies: [
    source('ui', 'TruncatedText|CopyText|copyToClipboard|copyButton'),
    icons('Checkmark|Copy'),
  ],
  notices: [icons('AlertTriangle|InfoCircle|AlertDiamond')],
  // What changes something, and says how it went.
  changes: [
    icons('CheckmarkCircle'),
    spectrum('InlineAlert'),
    source('apollo', 'idempotencyKeys|sendMutation|useKeywayMutation'),
    source('ui', 'formatUserErrorTitle|UserErrorsNotice|MutationNotice'),
  ],
  tables: [
    source('ui', 'DataTable|dataTable|LoadMore|PagedList|usePickerText|shorten'),
    source('features/bulk', 'SelectableTable'),
  ],
  filters: [
    source('ui', 'FilterBar|FilterPicker|ChoiceMenu|SortPicker|SteadyRows'),
    source('features/export', 'ExportButton'),
    source('features/bulk', 'bulkInput'),
    source('features/work', 'WorkFilters|runOwnersDocument|dueDay'),
    source('features/health', 'HealthFilter'),
    fragments('FileDetails'),
  ],
  views: [
    source('ui', 'SearchInput|searchInput|DebouncedSearchField'),
    source('features/views', 'ViewLine|viewSearch|SavedViews|ViewChip'),
  ],
  rows: [
    source('features/bulk', 'selection|SelectionBar|useChosen'),
    source('features/organization', 'compareNames'),
    source('features/run/data', 'useRunChanges'),
    source('features/health', 'useHealthChanges'),
    fragments('HealthSummary'),
  ],
  // What the pages of a run have in common.
  runs: [
    source('features/run/data', '\\w+'),
    source('features/run', 'RunFrame'),
    source('features/run/actions', 'findOfferedAction|RunActions|runOffers|formatActionLabel'),
    source('features/run/actions', 'RunMutationNotice|mayAccept'),
    source('features/run/steps', 'findUnfinishedStepsBefore'),
    source('features/run/decision', 'formatApprovalPolicy|isCoolingOff|coolingOffPart'),
    source('features/run/decision', 'NextOnRun|StepLinks'),
    source('features/policy', 'duration'),
    source('ui', 'Facts|RuleLinks|Quoted|Section'),
    fragments('SetupFields|RunFields|RunEntry|PolicyFields'),
  ],
  // What the frame of all pages loads after the page.
  frame: [
    source('shell', 'TopBarTools|MorePages|NavigationIcon|signOut'),
    source('features/help', 'HelpMenu'),
    source('features/inbox', 'useUnreadCount|InboxBell'),
    source('features/alerts', 'openAlertsDocuments|useSoon|useOpenAlerts|AlertCount'),
    source('features/alerts', 'PurgeBanner|ShellAlerts'),
    source('features/session', 'SignInAgain|sessionEnds|SessionNotice'),
    icons('HelpCircle|Contrast|Translate|User|Bell|BadgeVerified|Buildings|ChartBarVert'),
    icons('History|ListMultiSelect|Settings|ViewGrid|Clock'),
  ],
  live: [
    '/@apollo/client/link/subscriptions/index\\.js',
    '/graphql-ws/dist/[\\w-]+\\.js',
    source('apollo', 'pingWatch|socketClose|socketLink'),
    source('features/health', 'followHealth'),
  ],
  // What the portfolio shows beside its rows, once they are there.
  portfolioTools: [
    source('pages/portfolio', 'TaskFolds|Fold|taskRow|BlockedFold|BlockedBulk|ExportTasks'),
    source('pages/portfolio', 'GroupBulk|groupDialog|groupOrganizations'),
    source('pages/portfolio', 'MatrixFilters|MatrixTools|Legend|keepLayout|StepHead|RunWork'),
    source('features/health', 'ExpiringTasks'),
  ],
  PortfolioPage: [
    source(
      'pages/portfolio',
      '(?!CellTooltip|cellSentences|placeBeside|LegendPopover|\\w+File|readAgain)\\w+',
    ),
    fragments('MatrixRun|TaskFields|TaskPage'),
  ],
  fields: [
    spectrum('Form|Field|Asterisk|S2_Asterisk\\w+|TextField'),
    components('Autocomplete|TextField|TextArea|Form'),
    stately('useFormValidationState'),
    aria('useField|useFormReset|useFormValidation|useTextField'),
  ],
};

/** Groups of the bundler: without what they import, which can be all of Spectrum. */
export const codeChunks = Object.entries(CHUNKS).map(([name, modules]) => ({
  name,
  test: new RegExp(`(?:${modules.join('|')})$`),
  includeDependenciesRecursively: false,
}));
