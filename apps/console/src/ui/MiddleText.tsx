/**
 * An identifier on one line that gives way in its middle: the end, which distinguishes it,
 * stays however narrow the place is.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const line = style({
  display: 'inline-flex',
  minWidth: 0,
  maxWidth: 'full',
  whiteSpace: 'nowrap',
  verticalAlign: 'bottom',
});
const start = style({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' });
const end = style({ flexShrink: 0 });

/** Characters at the end that are never given up. */
const END = 12;

/**
 * @param max longest shown text in characters of a monospaced face, where there is room for them
 */
export function MiddleText({ text, max }: { text: string; max: number }) {
  if (text.length <= 2 * END) return <span className={line}>{text}</span>;
  return (
    <span className={`${line} kw-middle`}>
      <span className={start} style={{ maxInlineSize: `${max - END}ch` }}>
        {text.slice(0, -END)}
      </span>
      <span className={end}>{text.slice(-END)}</span>
    </span>
  );
}
