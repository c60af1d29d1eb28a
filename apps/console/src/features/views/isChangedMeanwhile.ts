import type { UserError } from '../../apollo/userErrors.ts';

/** Whether somebody else changed the view since it was read. */
export const isChangedMeanwhile = (errors: readonly UserError[]): boolean =>
  errors.some(({ code, field }) => code === 'CONFLICT' && field?.[0] === 'ifVersion');
