/** The choices of the filters. */
import type { AlertKind, AlertStatus, Health } from '../../generated/enums.ts';

/** Without one: alerts that are not resolved. */
export const STATUS_CHOICES = [
  'OPEN',
  'ACKNOWLEDGED',
  'RESOLVED',
  'ANY',
] as const satisfies readonly (AlertStatus | 'ANY')[];
export const KIND_CHOICES = [
  'KEY_ACCESS_DISABLED',
  'KEY_ACCESS_FAILURE',
  'ALERT_NOTIFICATION',
  'HEALTH',
  'KEY_EXPIRY',
  'KEY_ROTATED',
  'ROTATION_UNSAFE',
] as const satisfies readonly AlertKind[];
/** Worst first. */
export const UNHEALTHY = [
  'REVOKED',
  'CUT_OFF',
  'AT_RISK',
  'UNREACHABLE',
] as const satisfies readonly Health[];
export type Unhealthy = (typeof UNHEALTHY)[number];

/** One of the choices; undefined for any other text in an address. */
export const oneOf = <T extends string>(choices: readonly T[], text?: string): T | undefined =>
  choices.find((choice) => choice === text);
