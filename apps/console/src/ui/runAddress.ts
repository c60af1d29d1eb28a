/** The addresses of pages that other pages link to. */
import type { StepId, TrackId } from '../generated/enums.ts';

export const organizationHref = (organizationId: string) =>
  `/organizations/${encodeURIComponent(organizationId)}`;
/** The organizations whose open run this member is responsible for. */
export const ownedRunsHref = (memberId: string) =>
  `/organizations?owner=${encodeURIComponent(memberId)}`;
export const runHref = (runId: string) => `/runs/${encodeURIComponent(runId)}`;
export const approvalHref = (runId: string, track: TrackId) =>
  `${runHref(runId)}/approval/${track}`;
export const submitHref = (runId: string) => `${runHref(runId)}/submit`;
export const ticketHref = (runId: string) => `${runHref(runId)}/ticket`;

/** The `id` of a step's card on the run page. */
export const stepAnchor = (track: TrackId, step: StepId): string => `step-${track}-${step}`;

/** The run page, opened at a step. */
export const stepHref = (runId: string, track: TrackId, step: StepId): string =>
  `${runHref(runId)}#${stepAnchor(track, step)}`;
/** The `id` of a set-up by Keyway on the run page. */
export const setupAnchor = (track: TrackId): string => `setup-${track}`;
export const setupHref = (runId: string, track: TrackId): string =>
  `${runHref(runId)}#${setupAnchor(track)}`;
/** Of one alert, for links that are sent to colleagues. */
export const alertHref = (alertId: string) => `/alerts/${encodeURIComponent(alertId)}`;
