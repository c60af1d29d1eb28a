/** What to do as text, values to copy, and scripts in tabs. */
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RunInstructionsQuery } from '../../../generated/graphql.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';
import { CopyText } from '../../../ui/CopyText.tsx';
import { Markdown } from '../../../ui/markdown/Markdown.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';

type StepTexts = NonNullable<RunInstructionsQuery['run']>['tracks'][number]['steps'][number];
export type InstructionsView = NonNullable<StepTexts['instructions']>;

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
  // Beside its label, a value is wider than a phone.
  gridTemplateColumns: {
    default: 'minmax(0, 1fr)',
    '@media (width >= 480px)': 'fit-content(40%) minmax(0, 1fr)',
  },
  columnGap: 12,
  rowGap: 4,
  margin: 0,
  alignItems: 'center',
});
const label = style({ font: 'ui-sm', color: 'neutral-subdued' });
const value = style({ margin: 0, minWidth: 0 });
const box = style({ display: 'flex', flexDirection: 'column', rowGap: 4, minWidth: 0 });

interface InstructionsTextProps {
  /** The step's name. */
  title: string;
  instructions: InstructionsView;
  isOpen: boolean;
  /** In place of its text. */
  children?: ReactNode;
}

export function InstructionsText({ title, instructions, isOpen, children }: InstructionsTextProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: 'run.instructions' });
  const isOnAws = instructions.scripts.some(({ tool }) => tool === 'AWS_CLI');
  const portal = (
    <div className={panel}>
      {children ?? <Markdown source={instructions.text} />}
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
    <details open={isOpen}>
      <summary className={heading}>{name}</summary>
      <div className={box}>
        {instructions.scripts.length === 0 ? (
          portal
        ) : (
          <Tabs
            label={`${name}: ${title}`}
            tabs={[
              {
                id: 'portal',
                name: intl.formatMessage({
                  id: isOnAws ? 'run.tool.AWS_CONSOLE' : 'run.tool.PORTAL',
                }),
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
