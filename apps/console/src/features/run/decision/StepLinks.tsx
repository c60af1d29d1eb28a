/** Steps as a list: each with its status, a link to it, and what it waits for. */
import { Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { StatusIcon } from '../../../status/StatusIcon.tsx';
import { stepHref } from '../../../ui/runAddress.ts';
import type { StepView } from '../data/runFields.ts';
import { ServerText } from '../../../ui/ServerText.tsx';

const list = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
  margin: 0,
  padding: 0,
  listStyleType: 'none',
  width: 'full',
});
const item = style({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  columnGap: 8,
  rowGap: 4,
  font: 'body-sm',
});
const grow = style({ minWidth: 0, flexGrow: 1, flexBasis: 240 });

/** `children`: the first entries of the list. */
export function StepLinks({
  runId,
  steps,
  children,
}: {
  runId: string;
  steps: readonly StepView[];
  children?: ReactNode;
}) {
  return (
    <ul className={list}>
      {children}
      {steps.map((step) => (
        <li key={step.id} className={item}>
          <StatusIcon status={step.status} actor={step.actor} mode={step.mode} />
          <span className={grow}>
            <Link href={stepHref(runId, step.track, step.id)}>{step.title}</Link> ·{' '}
            <ServerText text={step.sentence} />
          </span>
        </li>
      ))}
    </ul>
  );
}
