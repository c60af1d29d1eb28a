/** A numbered part of a decision page. Kept together in print. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const box = style({
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
  minWidth: 0,
  paddingTop: 20,
  paddingBottom: 24,
  borderTopWidth: 1,
  borderBottomWidth: 0,
  borderXWidth: 0,
  borderStyle: 'solid',
  borderColor: 'gray-200',
  outlineStyle: 'none',
});
const heading = style({ font: 'title', margin: 0 });
const lead = style({ font: 'body-sm', color: 'neutral-subdued', margin: 0, maxWidth: 720 });

interface SectionProps {
  title: string;
  text?: ReactNode;
  /** Address within the page; makes the section take the focus when what had it is gone. */
  anchor?: string;
  children?: ReactNode;
}

/**
 * After a form did its work and is gone: the focus goes to the part that now says how it went, not
 * to the top of the page.
 */
export function focusSection(anchor: string): void {
  requestAnimationFrame(() => document.getElementById(anchor)?.focus());
}

export function Section({ title, text, anchor, children }: SectionProps) {
  const id = useId();
  return (
    <section className={box} aria-labelledby={id} id={anchor} tabIndex={anchor ? -1 : undefined}>
      <h2 id={id} className={heading}>
        {title}
      </h2>
      {text ? <p className={lead}>{text}</p> : null}
      {children}
    </section>
  );
}
