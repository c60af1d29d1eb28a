/** A part of the form. A form lays out its own fields only, and these are in the part. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { Section } from '../../ui/Section.tsx';

const fields = style({ display: 'flex', flexDirection: 'column', rowGap: 20 });

interface PartProps {
  title: string;
  text?: string;
  anchor: string;
  children: ReactNode;
}

export const Part = ({ children, ...section }: PartProps) => (
  <Section {...section}>
    <div className={fields}>{children}</div>
  </Section>
);
