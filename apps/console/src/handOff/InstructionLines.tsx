/** What to do, line by line: what a check found missing first, and what is done already last. */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { findRepeats, needsAttention } from '../features/run/steps/stepOrder.ts';
import { IndicatorIcon } from '../status/IndicatorIcon.tsx';
import { VerdictIcon } from '../status/StatusIcon.tsx';
import { Markdown } from '../ui/markdown/Markdown.tsx';
import { arrangeLines } from './arrangeLines.ts';
import type { HandedOffStepView } from './handOffDocuments.ts';

type Checks = HandedOffStepView['checks'];
type Instructions = NonNullable<HandedOffStepView['instructions']>;
type Line = Instructions['lines'][number];

const list = style({
  margin: 0,
  paddingStart: 24,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  font: 'body-sm',
});
const doneList = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  paddingTop: 4,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const doneLine = style({ display: 'flex', columnGap: 8, alignItems: 'start' });
const summary = style({ font: 'ui', cursor: 'pointer', paddingY: 4 });
const found = style({
  display: 'flex',
  columnGap: 8,
  alignItems: 'start',
  margin: 0,
  marginTop: 4,
  font: 'body-sm',
  overflowWrap: 'anywhere',
});

interface InstructionLinesProps extends Pick<Instructions, 'lines' | 'remarks'> {
  checks: Checks;
}

export function InstructionLines({ lines, remarks, checks }: InstructionLinesProps) {
  const intl = useIntl();
  const failing = checks.filter((one) => needsAttention(one)).map(({ id }) => id);
  const { toDo, done } = arrangeLines(lines, new Set(failing));
  return (
    <>
      <ol className={list}>
        {toDo.map((line) => (
          <li key={line.text} data-progress={line.progress}>
            <Markdown source={line.text} />
            {line.progress === 'FAILING' ? <Found line={line} checks={checks} /> : null}
          </li>
        ))}
      </ol>
      {remarks.map((text) => (
        <Markdown key={text} source={text} />
      ))}
      {done.length > 0 ? (
        <details>
          <summary className={summary}>
            {intl.formatMessage({ id: 'handOff.linesDone' }, { count: done.length })}
          </summary>
          <ul className={doneList}>
            {done.map((line) => (
              <li key={line.text} className={doneLine}>
                <IndicatorIcon shape="check" tone="positive" />
                <Markdown source={line.text} />
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </>
  );
}

/** What the line's checks found, and what is right. */
function Found({ line, checks }: { line: Line; checks: Checks }) {
  const intl = useIntl();
  const failing = checks.filter((one) => line.checks.includes(one.id) && needsAttention(one));
  const repeats = findRepeats(failing);
  return failing
    .filter((one) => !repeats.has(one))
    .map(({ id, verdict, title, observed, expected }) => (
      <p key={id} className={found}>
        <VerdictIcon verdict={verdict} size={14} />
        <span>
          {intl.formatMessage(
            { id: expected ? 'handOff.foundExpected' : 'handOff.found' },
            { found: observed ?? title, expected },
          )}
        </span>
      </p>
    ));
}
