/** The shape and the tone of each status, for every icon and text of the console. */
import type {
  Actor,
  ConnectionState,
  Health,
  RunStatus,
  StepMode,
  StepStatus,
  Verdict,
} from '../generated/enums.ts';
import type { Shape } from './icons.tsx';

/** A tone names a meaning; `IndicatorIcon` gives it a color in both schemes. */
export type Tone = 'faint' | 'neutral' | 'accent' | 'notice' | 'negative' | 'positive';

export interface Indicator {
  shape: Shape;
  tone: Tone;
}

/** The indicator of a step. A waiting step shows on whom; attested is never shown as verified. */
export function toStepIndicator(
  status: StepStatus,
  actor?: Actor | null,
  mode?: StepMode | null,
): Indicator {
  switch (status) {
    case 'LOCKED':
      return { shape: 'lock', tone: 'faint' };
    case 'READY':
      return { shape: 'circle', tone: 'accent' };
    case 'WORKING':
      return { shape: 'spinner', tone: 'accent' };
    case 'WAITING':
      return { shape: waitingShape(actor), tone: 'notice' };
    case 'BLOCKED':
      return { shape: 'octagon', tone: 'negative' };
    case 'FAILED':
      return { shape: 'cross', tone: 'negative' };
    case 'DONE':
      return { shape: mode === 'ATTESTED' ? 'attested' : 'check', tone: 'positive' };
    case 'NOT_APPLICABLE':
      return { shape: 'dash', tone: 'neutral' };
  }
}

function waitingShape(actor?: Actor | null): Shape {
  if (actor === 'ADOBE') return 'adobe';
  if (actor === 'SYSTEM' || !actor) return 'hourglass';
  return 'person';
}

/** A run as it is shown: one that needs a new request for approval after a refusal is refused. */
export type ShownStatus = RunStatus | 'REFUSED';

export const toShownStatus = (run: {
  status: RunStatus;
  refusedTracks: readonly unknown[];
}): ShownStatus =>
  run.status === 'IN_PROGRESS' && run.refusedTracks.length > 0 ? 'REFUSED' : run.status;

export function toRunIndicator(status: ShownStatus): Indicator {
  switch (status) {
    case 'REFUSED':
      return { shape: 'cross', tone: 'negative' };
    case 'IN_PROGRESS':
      return { shape: 'circle', tone: 'accent' };
    case 'WAITING':
      return { shape: 'hourglass', tone: 'notice' };
    case 'BLOCKED':
      return { shape: 'octagon', tone: 'negative' };
    case 'FAILED':
      return { shape: 'cross', tone: 'negative' };
    case 'COMPLETED':
      return { shape: 'check', tone: 'positive' };
    case 'CANCELLED':
      return { shape: 'dash', tone: 'neutral' };
  }
}

/** The health of a key: the two in which Adobe can't use it are red, with a shape of their own. */
export function toHealthIndicator(health: Health): Indicator {
  switch (health) {
    case 'REVOKED':
      return { shape: 'cross', tone: 'negative' };
    case 'CUT_OFF':
      return { shape: 'octagon', tone: 'negative' };
    case 'AT_RISK':
      return { shape: 'warning', tone: 'notice' };
    case 'UNREACHABLE':
      return { shape: 'question', tone: 'neutral' };
    case 'HEALTHY':
      return { shape: 'check', tone: 'positive' };
    case 'NOT_WATCHED':
      return { shape: 'dash', tone: 'faint' };
  }
}

/** `NONE`: no credential is stored. */
export function toConnectionIndicator(state: ConnectionState | 'NONE'): Indicator {
  switch (state) {
    case 'NONE':
      return { shape: 'dash', tone: 'neutral' };
    case 'NOT_TRIED':
      return { shape: 'hourglass', tone: 'notice' };
    case 'CONNECTED':
      return { shape: 'check', tone: 'positive' };
    case 'FAILED':
      return { shape: 'cross', tone: 'negative' };
  }
}

/** UNKNOWN is neither passed nor failed, so it has its own shape and tone. */
export function toVerdictIndicator(verdict: Verdict): Indicator {
  switch (verdict) {
    case 'PASS':
      return { shape: 'check', tone: 'positive' };
    case 'WARN':
      return { shape: 'warning', tone: 'notice' };
    case 'BLOCK':
      return { shape: 'octagon', tone: 'negative' };
    case 'UNKNOWN':
      return { shape: 'question', tone: 'neutral' };
  }
}
