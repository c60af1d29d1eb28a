/** A run in the report: its tracks, their keys, and every check with what was observed. */
import {
  lastBlockedOf,
  planSteps,
  TRACK_IDS,
  type CheckResult,
  type Instant,
  type Locale,
  type StepId,
  type TrackId,
} from '@keyway/core';
import { describeActor, describeCheck, stepTitle, ticketText, trackTitle } from '@keyway/messages';
import type { StoredRun } from '@keyway/store';
import { BREAK, code, element, table, terms, type Content, type Html } from './html.ts';
import { section, shownInstant, type Say } from './section.ts';

/** `isKept`: of an earlier reading than the step's last one. */
type ShownCheck = CheckResult & { isKept?: boolean };

/** @param at when the run was as it is */
export function runSection({ run }: StoredRun, at: Instant, locale: Locale, say: Say): Html {
  const { startedAt, completedAt, cancelled } = run;
  const state = cancelled
    ? terms([[say('cancelledAt'), shownInstant(cancelled.at)]])
    : completedAt
      ? terms([[say('completedAt'), shownInstant(completedAt)]])
      : element('p', say('open'));
  const tracks = TRACK_IDS.filter((track) => run.tracks[track].applicable);
  return section(say('run', { startedAt: shownInstant(startedAt) }), [
    state,
    ...tracks.flatMap((track) => trackParts(run, track, locale, say)),
    ...ticketParts(ticketText(run, locale, at), say),
  ]);
}

function trackParts(run: StoredRun['run'], track: TrackId, locale: Locale, say: Say): Html[] {
  const { key } = run.tracks[track];
  const rows = planSteps(run, track).flatMap(({ id }) =>
    checksOf(run, track, id).map((check): Content[] => [
      [element('strong', stepTitle(id, locale)), BREAK, describeCheck(check, locale).title],
      element('span', say('verdictName', { verdict: check.verdict }), check.verdict),
      observedOf(check, locale, say),
      describeCheck(check, locale).expected,
    ]),
  );
  const columns = [
    { title: say('check') },
    { title: say('verdict'), className: 'verdict' },
    { title: say('observed') },
    { title: say('expected') },
  ];
  return [
    element('h3', trackTitle(track, locale)),
    terms([[say('key'), key ? code(key.identifier) : say('noKey')]]),
    rows.length > 0 ? table(columns, rows) : element('p', say('noChecks')),
  ];
}

/** What was read last, and what was last seen BLOCKED and not read again since. */
const checksOf = (run: StoredRun['run'], track: TrackId, id: StepId): ShownCheck[] => [
  ...(run.tracks[track].steps[id]?.checks ?? []),
  ...(lastBlockedOf(run, track, id)?.checks.map((check) => ({ ...check, isKept: true })) ?? []),
];

const ticketParts = (text: string | null, say: Say): Html[] =>
  text === null ? [] : [element('h3', say('ticketText')), element('pre', text)];

function observedOf(check: ShownCheck, locale: Locale, say: Say): Content {
  const { observed, cause } = describeCheck(check, locale);
  const { override, checkedAt } = check;
  const accepted = override
    ? say('accepted', { by: describeActor(override.by, locale), reason: override.reason })
    : null;
  const kept = check.isKept ? say('notReadSince') : null;
  const notes = [cause, kept, accepted, say('checkedAt', { at: shownInstant(checkedAt) })];
  return [
    observed ?? '',
    ...notes.flatMap((note) => (note === null ? [] : [BREAK, element('small', note)])),
  ];
}
