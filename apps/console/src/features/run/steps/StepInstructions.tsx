/**
 * What a person does, with this organization's values: steps for the portal, and scripts to copy.
 */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunInstructionsQuery } from '../../../generated/graphql.ts';
import { CopyText } from '../../../ui/CopyText.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { ListSkeleton } from '../../../ui/Skeleton.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import type { StepView } from '../data/runFields.ts';
import type { InstructionsState } from '../data/useInstructions.ts';
import { Markdown } from '../../../ui/markdown/Markdown.tsx';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';

type StepTexts = NonNullable<RunInstructionsQuery['run']>['tracks'][number]['steps'][number];
type InstructionsView = NonNullable<StepTexts['instructions']>;

const heading = style({
  font: 'ui',
  fontWeight: 'bold',
  margin: 0,
  cursor: 'pointer',
  paddingY: 4,
});
const panel = style({
  paddingTop: 12,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  minWidth: 0,
});
const values = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(40%) minmax(0, 1fr)',
  columnGap: 12,
  rowGap: 4,
  margin: 0,
  alignItems: 'center',
});
const label = style({ font: 'ui-sm', color: 'neutral-subdued' });
const value = style({ margin: 0, minWidth: 0 });
const box = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });

/** A skeleton takes the place of texts that are loading, so that the buttons below do not move. */
export function StepInstructions({ step, state }: { step: StepView; state: InstructionsState }) {
  const intl = useIntl();
  const instructions = state.of(step.track, step.id);
  if (instructions) return <Instructed step={step} instructions={instructions} />;
  if (!isForPerson(step)) return null;
  if (!state.settled) return <ListSkeleton rows={5} columns={2} />;
  if (!state.error) return null;
  return (
    <ErrorState
      what={intl.formatMessage({ id: 'run.instructionsFailed' })}
      error={state.error}
      onRetry={state.retry}
    />
  );
}

function Instructed({ step, instructions }: { step: StepView; instructions: InstructionsView }) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: 'run.instructions' });
  const portal = (
    <div className={panel}>
      <Markdown source={instructions.text} />
      {instructions.values.length > 0 ? (
        <dl className={values}>
          {instructions.values.map((one) => (
            <div key={one.label} className={style({ display: 'contents' })}>
              <dt className={label}>{one.label}</dt>
              <dd className={value}>
                <CopyText text={one.value} label={one.label} max={30} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
    </div>
  );
  return (
    <details open={isForPerson(step)}>
      <summary className={heading}>{name}</summary>
      <div className={box}>
        {instructions.scripts.length === 0 ? (
          portal
        ) : (
          <Tabs
            label={`${name}: ${step.title}`}
            tabs={[
              {
                id: 'portal',
                name: intl.formatMessage({ id: 'run.tool.PORTAL' }),
                content: portal,
              },
              ...instructions.scripts.map(({ tool, text }) => ({
                id: tool,
                name: intl.formatMessage({ id: `run.tool.${tool}` }),
                content: (
                  <div className={panel}>
                    <CodeBlock text={text} label={intl.formatMessage({ id: `run.tool.${tool}` })} />
                  </div>
                ),
              })),
            ]}
          />
        )}
      </div>
    </details>
  );
}

/** Whether a person must act now. Otherwise the instructions are collapsed. */
function isForPerson(step: StepView): boolean {
  if (step.status === 'BLOCKED' || step.status === 'FAILED') return true;
  return (
    (step.status === 'READY' || step.status === 'WAITING') &&
    step.actor !== 'SYSTEM' &&
    step.actor !== 'ADOBE'
  );
}
