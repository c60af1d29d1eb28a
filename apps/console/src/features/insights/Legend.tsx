/**
 * What each color and pattern means; in the order of the parts, which is that of the table. Its
 * patterns are those of the picture.
 */
import type { Patterns } from './usePatterns.ts';

interface LegendProps {
  patterns: Patterns;
  names: readonly string[];
}

/** On a tile of 8 × 8 pixels: plain, slanted, dotted, level, slanted the other way. */
const LINES = [
  '',
  'M-2 2 2-2M0 8 8 0M6 10 10 6',
  'M3 3h2v2h-2z',
  'M0 4h8',
  'M-2 6 2 10M0 0 8 8M6-2 10 2',
];

export const Legend = ({ patterns: { kind, ids, fills }, names }: LegendProps) => (
  <ul className="kw-legend">
    {names.map((name, index) => (
      <li key={name}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <pattern id={ids[index]} patternUnits="userSpaceOnUse" width="8" height="8">
            <rect width="8" height="8" fill={`var(--kw-${kind}-${index})`} />
            <path d={LINES[index]} fill="none" stroke={`var(--kw-${kind}-lines)`} />
          </pattern>
          <rect x="1" y="1" width="14" height="14" rx="3" fill={fills[index]} />
        </svg>
        {name}
      </li>
    ))}
  </ul>
);
