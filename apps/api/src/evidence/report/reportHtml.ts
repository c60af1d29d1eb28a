/** `report.html`: what a pack says, for people. It has no script and loads nothing. */
import { actorText, type Locale } from '@keyway/core';
import { cloudTitle, evidenceText, shieldTitle, type EvidenceText } from '@keyway/messages';
import type { EvidenceRange, EvidenceSnapshot, Occurrence, WatchSummary } from '@keyway/store';
import { htmlPage } from '../../signIn/htmlPage.ts';
import type { ApprovalRecord } from '../approvalRecords.ts';
import type { Newest } from '../newest.ts';
import type { PackEntryRecord } from '../packRecords.ts';
import type { SubmissionRecord } from '../submissionRecords.ts';
import { approvalsSection, submissionsSection } from './decisions.ts';
import { code, element, table, terms, type Content, type Html } from './html.ts';
import { section, shownInstant, type Say } from './section.ts';
import { REPORT_STYLE } from './reportStyle.ts';
import type { ShownRuns } from './shownRuns.ts';
import type { Timeline } from './timeline.ts';

export interface ReportContent {
  snapshot: EvidenceSnapshot;
  range: EvidenceRange;
  locale: Locale;
  by: Occurrence['actor'];
  kid: string;
  publicUrl: string;
  runs: ShownRuns;
  approvals: Newest<ApprovalRecord>;
  submissions: Newest<SubmissionRecord>;
  recorded: Newest<PackEntryRecord>;
  timeline: Timeline;
  watch: WatchSummary | null;
}

export function reportHtml(content: ReportContent): string {
  const { locale, snapshot } = content;
  const say: Say = (name, values) => evidenceText(name, locale, values);
  const title = say('title', { organization: snapshot.organization.name });
  const body = [
    element('h1', title),
    summary(content, say),
    ...runSections(content.runs, say),
    approvalsSection(content.approvals, locale, say),
    submissionsSection(content.submissions, content.recorded, locale, say),
    timelineSection(content, say),
    proofSection(content, say),
  ];
  return htmlPage({
    isFile: true,
    ...{ title, locale, style: REPORT_STYLE },
    body: body.map(({ html }) => html).join('\n'),
  });
}

function runSections({ sections, count }: ShownRuns, say: Say): Html[] {
  const shown = sections.length;
  if (shown === 0) return [element('p', say('noRuns'))];
  const bound = { shown, count, file: 'runs.json' };
  return [...(count > shown ? [element('p', say('newestOf', bound))] : []), ...sections];
}

function rangeText({ since, until }: EvidenceRange, say: Say): string {
  if (since !== null && until !== null)
    return say('rangeBoth', { since: shownInstant(since), until: shownInstant(until) });
  if (since !== null) return say('rangeSince', { since: shownInstant(since) });
  return until === null ? say('wholeRange') : say('rangeUntil', { until: shownInstant(until) });
}

function summary({ snapshot, range, locale, by, kid, timeline, watch }: ReportContent, say: Say) {
  const { organization, at, chain, checkpoints } = snapshot;
  const count = say('entries', { count: timeline.count });
  const health = watch
    ? say('healthSince', { health: watch.health, since: shownInstant(watch.since.toISOString()) })
    : say('notWatched');
  return terms([
    [say('organization'), organization.name],
    [say('imsOrgId'), code(organization.imsOrgId)],
    [say('cloud'), cloudTitle(organization.cloud, locale)],
    [say('region'), organization.region],
    [say('shield'), shieldTitle(organization.shield, locale)],
    [say('tenant'), organization.azureTenantId && code(organization.azureTenantId)],
    [say('health'), health],
    [say('exported'), `${shownInstant(at)}, ${say('exportedBy', { by: actorText(by) })}`],
    [say('range'), `${rangeText(range, say)} (${count})`],
    [say('chainEnd'), code(chain.last.hash)],
    [say('checkpoints'), String(checkpoints)],
    [say('signedBy'), code(kid)],
  ]);
}

function timelineSection({ timeline }: ReportContent, say: Say): Html {
  const { lines, count } = timeline;
  if (lines.length === 0) return section(say('timeline'), [element('p', say('noEntries'))]);
  const rows = lines.map(({ at, who, what }): Content[] => [shownInstant(at), who, what]);
  const columns = [
    { title: say('when'), className: 'when' },
    { title: say('who'), className: 'who' },
    { title: say('what') },
  ];
  const bound =
    count > lines.length
      ? [say('newestOf', { shown: lines.length, count, file: 'history.jsonl' })]
      : [];
  return section(say('timeline'), [
    ...bound.map((text) => element('p', text)),
    table(columns, rows),
  ]);
}

function proofSection({ publicUrl, snapshot }: ReportContent, say: Say): Html {
  const address = `${publicUrl}/.well-known/keyway-keys.json`;
  const items = (names: readonly EvidenceText[]): Html =>
    element(
      'ul',
      names.map((name) => element('li', say(name, { address }))),
    );
  const file = `keyway-evidence-${snapshot.organization.imsOrgId.replace(/[^A-Za-z0-9]+/g, '-')}.zip`;
  const command = (name: EvidenceText, text: string): Html[] => [
    element('p', say(name)),
    element('pre', text),
  ];
  return section(say('proves'), [
    items(['provesFiles', 'provesChain', 'provesSent']),
    element('h3', say('provesNot')),
    items(['notTrue', 'notKeys', 'notRewritten']),
    element('h3', say('verify')),
    ...command('verifyKeys', `curl -o keys.json ${address}`),
    ...command('verifyPack', `keyway evidence verify ${file} --keys keys.json`),
    ...command('verifyPython', `python3 verify_evidence.py ${file} keys.json`),
    element('p', element('small', say('page'))),
  ]);
}
