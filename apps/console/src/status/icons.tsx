/** The shapes of statuses, drawn on a 16 px grid. Each is recognizable without color. */
import type { ReactNode } from 'react';

/** Every shape by name. `currentColor` takes the color from the text. */
export const SHAPES = {
  lock: (
    <>
      <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <rect x="3.5" y="7" width="9" height="6.5" rx="1.5" fill="currentColor" />
    </>
  ),
  circle: <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.75" />,
  spinner: (
    <>
      <circle
        cx="8"
        cy="8"
        r="5.75"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        opacity="0.25"
      />
      <path
        d="M8 2.25A5.75 5.75 0 0 1 13.75 8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </>
  ),
  dots: (
    <>
      <circle cx="3.25" cy="8" r="1.6" fill="currentColor" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" />
      <circle cx="12.75" cy="8" r="1.6" fill="currentColor" />
    </>
  ),
  person: (
    <>
      <circle cx="8" cy="5" r="2.75" fill="currentColor" />
      <path d="M2.75 13.5c.4-3 2.5-4.5 5.25-4.5s4.85 1.5 5.25 4.5z" fill="currentColor" />
    </>
  ),
  adobe: (
    <path
      d="M1.75 2.5h4.4L1.75 13.5zM9.85 2.5h4.4v11zM8 6.4l3 7.1H9.1l-.9-2.3H6z"
      fill="currentColor"
    />
  ),
  hourglass: (
    <path
      d="M4 2.25h8M4 13.75h8M5 2.5v2.2c0 1.6 3 2.3 3 3.3s-3 1.7-3 3.3v2.2M11 2.5v2.2c0 1.6-3 2.3-3 3.3s3 1.7 3 3.3v2.2"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
  octagon: (
    <>
      <path
        d="M5.3 1.75h5.4l3.55 3.55v5.4l-3.55 3.55H5.3L1.75 10.7V5.3z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
      <path d="M8 4.75v4" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
      <circle cx="8" cy="11.25" r="1" fill="currentColor" />
    </>
  ),
  cross: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="currentColor" />
      <path
        d="m5.5 5.5 5 5m0-5-5 5"
        stroke="var(--kw-knockout)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
    </>
  ),
  check: (
    <>
      <circle cx="8" cy="8" r="6.75" fill="currentColor" />
      <path
        d="m5 8.25 2.1 2.1L11.25 6"
        fill="none"
        stroke="var(--kw-knockout)"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  attested: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeDasharray="2.6 1.6"
      />
      <path
        d="m5.25 8.25 2 2L11 6.25"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  dash: <path d="M4 8h8" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />,
  question: (
    <>
      <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path
        d="M6.2 6.4C6.2 5.3 7 4.6 8 4.6s1.8.7 1.8 1.7c0 1.4-1.7 1.4-1.7 2.8"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="8.05" cy="11.2" r="0.95" fill="currentColor" />
    </>
  ),
  warning: (
    <>
      <path
        d="M8 2.25 14.25 13.5H1.75z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <path d="M8 6.25v3.25" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
      <circle cx="8" cy="11.5" r="0.9" fill="currentColor" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type Shape = keyof typeof SHAPES;
