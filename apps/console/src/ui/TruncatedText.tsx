/**
 * An identifier on one line, shortened in its middle if there is little space. Its end, which
 * distinguishes it, stays.
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

/** Characters at the end that are always shown. */
const END_CHARACTERS = 12;

/**
 * @param max maximum characters to show, in a monospaced font
 */
export function TruncatedText({ text, max }: { text: string; max: number }) {
  if (text.length <= 2 * END_CHARACTERS) return <span className={line}>{text}</span>;
  return (
    <span className={`${line} kw-truncated`}>
      <span className={start} style={{ maxInlineSize: `${max - END_CHARACTERS}ch` }}>
        {text.slice(0, -END_CHARACTERS)}
      </span>
      <span className={end}>{text.slice(-END_CHARACTERS)}</span>
    </span>
  );
}
