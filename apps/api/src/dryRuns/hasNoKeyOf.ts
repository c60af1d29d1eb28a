import type { Cloud, TrackId } from '@keyway/core';

/** On AWS, Adobe set up Customer Journey Analytics, so its track has no key (AWS-13). */
export const hasNoKeyOf = (track: TrackId, cloud: Cloud): boolean =>
  track === 'CJA' && cloud === 'AWS';
