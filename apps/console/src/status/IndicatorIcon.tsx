/** Draws an indicator. A status icon gives it a name; alone, it stands beside its text. */
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { SHAPES } from './icons.tsx';
import type { Indicator } from './indicators.ts';
import './indicatorIcon.css';

const box = style({
  display: 'inline-flex',
  flexShrink: 0,
  alignItems: 'center',
  justifyContent: 'center',
  color: {
    tone: {
      faint: { default: 'gray-500', forcedColors: 'GrayText' },
      neutral: 'neutral-subdued',
      accent: 'accent-900',
      notice: 'notice-900',
      negative: 'negative-900',
      positive: 'positive-900',
    },
  },
});

interface IndicatorIconProps extends Indicator {
  /** In CSS pixels; 16 by default. */
  size?: number;
  /** The name for screen readers; without it the icon is decoration. */
  label?: string;
}

export function IndicatorIcon({ shape, tone, size = 16, label }: IndicatorIconProps) {
  return (
    <span className={box({ tone })}>
      <svg
        viewBox="0 0 16 16"
        width={size}
        height={size}
        data-shape={shape}
        className="kw-indicator"
        {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
      >
        {shape === 'spinner' ? (
          <>
            <g className="kw-turning">{SHAPES.spinner}</g>
            <g className="kw-still">{SHAPES.dots}</g>
          </>
        ) : (
          SHAPES[shape]
        )}
      </svg>
    </span>
  );
}
