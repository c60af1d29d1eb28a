/** Who was waited on and how long, as a bar and a sentence each; the steps as a table below. */
import { useIntl } from 'react-intl';
import { formatSpan } from './formatSpan.ts';
import type { Waited } from '../summary/waitedOn.ts';
import type { Waits as WaitsView } from './measureWaits.ts';

const PARTIES: readonly Waited[] = ['us', 'customer', 'adobe'];

export function Waits({ waits }: { waits: WaitsView }) {
  const intl = useIntl();
  const { total, of, steps } = waits;
  return (
    <>
      <ul className="kw-waits">
        {PARTIES.map((who) => (
          <li key={who}>
            <span>{intl.formatMessage({ id: `run.completed.waited.${who}` })}</span>
            <span className="kw-wait-bar" aria-hidden="true">
              <span
                data-who={who}
                style={{ inlineSize: `${total > 0 ? Math.min(100, (of[who] / total) * 100) : 0}%` }}
              />
            </span>
            <span>{formatSpan(of[who], intl)}</span>
          </li>
        ))}
      </ul>
      <details className="kw-completed-steps">
        <summary>{intl.formatMessage({ id: 'run.completed.steps' })}</summary>
        <table aria-label={intl.formatMessage({ id: 'run.completed.steps' })}>
          <thead>
            <tr>
              {(['track', 'step', 'turn', 'done', 'time'] as const).map((column) => (
                <th key={column} scope="col">
                  {intl.formatMessage({ id: `run.completed.column.${column}` })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {steps.map(({ track, id, title, waited, at, milliseconds }) => (
              <tr key={`${track}-${id}`}>
                <td>{track}</td>
                <th scope="row">{title}</th>
                <td>{intl.formatMessage({ id: `run.completed.waited.${waited}` })}</td>
                <td>{intl.formatDate(at, { dateStyle: 'medium' })}</td>
                <td>{milliseconds === null ? '—' : formatSpan(milliseconds, intl)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}
