/**
 * A request as it will be sent: one line, and opened its headers without secrets and its body. The
 * body is exact only once its configuration name is chosen.
 */
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Preview } from '../data/useOutgoing.ts';
import { CodeBlock } from '../../../ui/CodeBlock.tsx';

const line = style({ font: 'code-sm' });
const grid = style({
  display: 'grid',
  gridTemplateColumns: 'fit-content(45%) minmax(0, 1fr)',
  columnGap: 16,
  rowGap: 4,
  margin: 0,
  font: 'code-sm',
});
const value = style({ margin: 0, overflowWrap: 'anywhere' });
const name = style({ color: 'neutral-subdued' });
const note = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

export function RequestPreview({ preview, isNamed }: { preview: Preview; isNamed: boolean }) {
  const intl = useIntl();
  return (
    <details className="kw-fold">
      <summary>
        <span className="kw-fold-line">
          <span className={line}>
            <strong>{preview.method}</strong> https://{preview.host}
            {preview.path}
          </span>
        </span>
      </summary>
      <div className="kw-fold-content">
        <dl className={grid} aria-label={intl.formatMessage({ id: 'run.headers' })}>
          {preview.headers.map((header) => (
            <div key={header.name} className={style({ display: 'contents' })}>
              <dt className={name}>{header.name}</dt>
              <dd className={value}>{header.value}</dd>
            </div>
          ))}
        </dl>
        <p className={note}>{intl.formatMessage({ id: 'run.headersNote' })}</p>
        <RequestBody text={preview.body} note={isNamed ? 'run.bytesAhead' : 'run.bytesUnnamed'} />
      </div>
    </details>
  );
}

interface RequestBodyProps {
  text: string;
  note: 'run.bytes' | 'run.bytesAhead' | 'run.bytesUnnamed';
}

/** The body of a request, and how exact it is. */
export function RequestBody({ text, note: id }: RequestBodyProps) {
  const intl = useIntl();
  const bytes = new TextEncoder().encode(text).length;
  return (
    <>
      <CodeBlock text={text} label={intl.formatMessage({ id: 'run.body' })} wraps />
      <p className={note}>{intl.formatMessage({ id }, { bytes })}</p>
    </>
  );
}
