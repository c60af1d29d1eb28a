/** A fold of the tasks: what has to be done, how many there are, and their rows. */
import { Button } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { IndicatorIcon } from '../../status/IndicatorIcon.tsx';

/** Of a fold at once, so that no page of the API is longer than it may be. */
export const MORE_TASKS = 75;

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
});
const heading = style({ margin: 0, marginTop: 8, font: 'ui' });
const mark = { shape: 'cross', tone: 'negative' } as const;

interface FoldProps {
  title: string;
  count: string;
  /** Said of what is refused, failed or blocked; null otherwise. */
  problem: string | null;
  isOpenAtFirst: boolean;
  /** What can be done with all of them, also where the fold is closed. */
  act?: ReactNode;
  /** How many rows are not shown. */
  rest: number;
  onMore: () => void;
  children: ReactNode;
}

export function Fold(props: FoldProps) {
  const { title, count, problem, isOpenAtFirst, act, rest, onMore, children } = props;
  const intl = useIntl();
  const id = useId();
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  return (
    <>
      <h3 className={heading}>
        <button
          type="button"
          className="kw-task-group"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          onClick={() => setOpen(!isOpen)}
        >
          <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
            <path d="M3.5 1.5 7 5 3.5 8.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          </svg>
          {problem === null ? null : <IndicatorIcon {...mark} size={14} />}
          <span>{intl.formatMessage({ id: 'portfolio.group' }, { action: title, count })}</span>
          {problem === null ? null : <span className="kw-hidden">{problem}</span>}
        </button>
      </h3>
      {act}
      {isOpen ? (
        <div id={id}>
          <ul className={list} aria-label={title}>
            {children}
          </ul>
          {rest > 0 ? (
            <Button size="S" variant="secondary" fillStyle="outline" onPress={onMore}>
              {rest <= MORE_TASKS
                ? intl.formatMessage({ id: 'portfolio.group.all' }, { count })
                : intl.formatMessage({ id: 'portfolio.group.more' }, { more: MORE_TASKS, count })}
            </Button>
          ) : null}
        </div>
      ) : null}
    </>
  );
}
