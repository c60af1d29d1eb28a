/**
 * An identifier in a monospaced font, shortened in the middle, with a button that copies all of it.
 */
import { useEffect, useState } from 'react';
import { useIntl } from 'react-intl';
import { ActionButton } from '@react-spectrum/s2';
import CheckmarkIcon from '@react-spectrum/s2/icons/Checkmark';
import CopyIcon from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnnounce } from './announce.tsx';
import { copyToClipboard } from './copyToClipboard.ts';
import { Tip } from './Tip.tsx';
import { TruncatedText } from './TruncatedText.tsx';
import './copyButton.css';

const box = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 4,
  minWidth: 0,
  maxWidth: 'full',
});
const mono = style({
  font: 'code-sm',
  color: 'neutral',
  minWidth: 0,
  userSelect: 'all',
});

const tail = style({
  display: 'inline-flex',
  alignItems: 'center',
  columnGap: 4,
  verticalAlign: 'bottom',
});

interface CopyTextProps {
  text: string;
  /** For the name of the button: "Copy IMS organization ID". */
  label: string;
  /** Maximum characters to show; `Infinity` shows all of them. */
  max?: number;
  /** Of the button; where copying is what people come for, M. */
  size?: 'XS' | 'M';
  onCopied?: (() => void) | undefined;
}

export function CopyText({ text, label, max = 32, size = 'XS', onCopied }: CopyTextProps) {
  if (!Number.isFinite(max)) return <WholeText text={text} label={label} onCopied={onCopied} />;
  // A shortened text stays on one line.
  return (
    <span className={box}>
      <code className={mono} title={text}>
        <TruncatedText text={text} max={max} />
      </code>
      <CopyButton text={text} label={label} size={size} onCopied={onCopied} />
    </span>
  );
}

/** Characters that stay with the button when the text wraps, so that it is not alone on a line. */
const TAIL_CHARACTERS = 6;

function WholeText({ text, label, onCopied }: Pick<CopyTextProps, 'text' | 'label' | 'onCopied'>) {
  return (
    <code className={mono}>
      {text.slice(0, -TAIL_CHARACTERS)}
      <span className={tail}>
        {text.slice(-TAIL_CHARACTERS)}
        <CopyButton text={text} label={label} onCopied={onCopied} />
      </span>
    </code>
  );
}

/** The copy button alone, for blocks of text such as scripts and tickets. */
export function CopyButton({
  text,
  label,
  size = 'XS',
  onCopied,
}: {
  text: string;
  label: string;
  size?: 'XS' | 'S' | 'M';
  onCopied?: (() => void) | undefined;
}) {
  const intl = useIntl();
  const announce = useAnnounce();
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);
  const name = intl.formatMessage({ id: 'copy.action' }, { label });
  const done = intl.formatMessage({ id: 'copy.done' });
  async function copy() {
    try {
      await copyToClipboard(text);
    } catch {
      return announce(intl.formatMessage({ id: 'copy.failed' }));
    }
    setCopied(true);
    announce(done);
    onCopied?.();
  }
  return (
    <span data-print="hidden" className={size === 'M' ? 'kw-copy' : undefined}>
      <Tip text={copied ? done : name}>
        <ActionButton isQuiet size={size} aria-label={name} onPress={() => void copy()}>
          {copied ? <CheckmarkIcon /> : <CopyIcon />}
        </ActionButton>
      </Tip>
    </span>
  );
}
