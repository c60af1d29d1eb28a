/** A part of a decision page. Kept together in print. */
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
  /** The ID of the section; it can then take the focus. */
  anchor?: string;
  children?: ReactNode;
}

/** Moves the focus to the section with the result when a form disappears after its success. */
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
