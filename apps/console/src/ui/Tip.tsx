/**
 * A tooltip for what has the pointer or the keyboard's focus. In the browser's top layer, so that
 * no list cuts it off; Escape hides it.
 */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { CSSProperties, ReactNode } from 'react';

const wrapper = style({ display: 'inline-flex', minWidth: 0, maxWidth: 'full' });
const tip = style({
  position: 'fixed',
  margin: 0,
  inset: 'auto',
  maxWidth: 320,
  boxSizing: 'border-box',
  paddingX: 12,
  paddingY: 8,
  borderStyle: 'none',
  borderRadius: 'lg',
  font: 'ui-sm',
  backgroundColor: 'neutral',
  color: 'auto',
  pointerEvents: 'none',
  overflow: 'visible',
});

const DELAY_MILLISECONDS = 300;
const GAP_PIXELS = 6;

/** Below the box, or above it near the bottom of the window; aligned with its nearer side. */
export function placeTip(box: DOMRect): CSSProperties {
  return {
    ...(box.bottom > innerHeight * 0.65
      ? { bottom: innerHeight - box.top + GAP_PIXELS }
      : { top: box.bottom + GAP_PIXELS }),
    ...(box.left > innerWidth / 2
      ? { right: Math.max(8, innerWidth - box.right) }
      : { left: Math.max(8, box.left) }),
  };
}

interface TipProps {
  /** Rendered while it is shown. */
  text: ReactNode;
  children: ReactNode;
}

export function Tip({ text, children }: TipProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  const [box, setBox] = useState<DOMRect>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const show = () => setBox(anchor.current?.getBoundingClientRect());
  const hide = () => {
    clearTimeout(timer.current);
    setBox(undefined);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <span
      ref={anchor}
      className={wrapper}
      onPointerEnter={({ pointerType }) => {
        if (pointerType !== 'touch') timer.current = setTimeout(show, DELAY_MILLISECONDS);
      }}
      onPointerLeave={hide}
      onPointerDown={hide}
      onFocus={({ target }) => (target.matches(':focus-visible') ? show() : undefined)}
      onBlur={hide}
      onKeyDown={({ key }) => (key === 'Escape' ? hide() : undefined)}
    >
      {children}
      {box ? <TipBox place={placeTip(box)} text={text} onScroll={hide} /> : null}
    </span>
  );
}

interface TipBoxProps {
  place: CSSProperties;
  text: ReactNode;
  /** What the tip is about may move away. */
  onScroll: () => void;
}

function TipBox({ place, text, onScroll }: TipBoxProps) {
  const box = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => box.current?.showPopover?.(), []);
  useLayoutEffect(() => {
    window.addEventListener('scroll', onScroll, { capture: true, passive: true });
    return () => window.removeEventListener('scroll', onScroll, { capture: true });
  }, [onScroll]);
  return (
    <span ref={box} popover="manual" role="tooltip" className={tip} style={place}>
      {text}
    </span>
  );
}
