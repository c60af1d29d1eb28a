/** Preformatted text with a copy button; it scrolls sideways by keyboard too. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { CopyButton } from './CopyText.tsx';

const box = style({
  position: 'relative',
  minWidth: 0,
  borderRadius: 'default',
  backgroundColor: 'gray-75',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-200',
});
const text = style({
  font: 'code-sm',
  margin: 0,
  paddingStart: 12,
  paddingEnd: 40,
  paddingY: 8,
  overflowX: 'auto',
  maxHeight: { default: 320, isWrapped: 'none' },
  overflowY: 'auto',
  whiteSpace: { default: 'pre', isWrapped: 'pre-wrap' },
  borderRadius: 'default',
  outlineStyle: { default: 'none', ':focus-visible': 'solid' },
  outlineColor: 'focus-ring',
  outlineWidth: 2,
});
const corner = style({ position: 'absolute', top: 4, insetEnd: 4 });

interface CodeBlockProps {
  text: string;
  /** Names the block and the copy button. */
  label: string;
  /** True for prose, such as a ticket; commands keep their lines. */
  wraps?: boolean;
  /** False for text that must not be used yet, such as a ticket before its approval. */
  copies?: boolean;
}

export function CodeBlock({ text: content, label, wraps = false, copies = true }: CodeBlockProps) {
  return (
    <div className={box}>
      <pre
        className={text({ isWrapped: wraps })}
        tabIndex={0}
        role="group"
        aria-label={label}
        data-kw-code
      >
        {content}
      </pre>
      {copies ? (
        <span className={corner} data-print="hidden">
          <CopyButton text={content} label={label} />
        </span>
      ) : null}
    </div>
  );
}
