/** Who is responsible for a run, and until when, in a cell of the matrix. */
import { memo } from 'react';
import { isClosed } from '../../features/work/findWaitStart.ts';
import { DueDate, Owner } from '../../features/work/Owner.tsx';
import type { MatrixRun } from './matrixRows.ts';

export const RunWork = memo(function RunWork({ run }: { run: MatrixRun }) {
  return (
    <>
      {run.owner ? (
        <span className="kw-matrix-truncate" title={run.owner.name}>
          <Owner owner={run.owner} />
        </span>
      ) : null}
      {run.dueAt && !isClosed(run) ? (
        <span className="kw-matrix-quiet">
          <DueDate dueAt={run.dueAt} overdue={run.overdue} isShort />
        </span>
      ) : null}
    </>
  );
});
