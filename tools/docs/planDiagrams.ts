/**
 * `docs/generated/plans.md`: the steps of each plan and which one waits for which, as diagrams.
 */
import { CLOUDS, planFor, TRACK_IDS, type Cloud, type PlanStep, type TrackId } from '@keyway/core';
import { stepTitle, trackTitle } from '@keyway/messages';

function diagram(steps: readonly PlanStep[]): string[] {
  const nodes = steps.map(({ id, actor }) => `  ${id}["${stepTitle(id, 'en')}<br/>${actor}"]`);
  const edges = steps.flatMap(({ id, after }) => after.map((before) => `  ${before} --> ${id}`));
  return ['```mermaid', 'flowchart LR', ...nodes, ...edges, '```', ''];
}

function section(cloud: Cloud, track: TrackId): string[] {
  const steps = planFor(cloud).tracks[track];
  const heading = `## ${cloud}, ${track}: ${trackTitle(track, 'en')}`;
  return steps ? [heading, '', ...diagram(steps)] : [heading, '', 'This track does not apply.', ''];
}

/** The page as Markdown, not yet formatted. */
export function planDiagrams(): string {
  return [
    '# Plans',
    '',
    '<!-- Written by `npm run generate` from libs/core/src/plans; a test compares. -->',
    '',
    'An arrow: the step before it has to be `DONE` first. Under a name: whose turn it is while the step is open and nothing else is known.',
    '',
    ...CLOUDS.flatMap((cloud) => TRACK_IDS.flatMap((track) => section(cloud, track))),
  ].join('\n');
}
