/** What Adobe reports, which only a submitted run has. */
import { lazyPart } from '../../ui/lazyPart.tsx';

/** The anchor of Adobe's progress on the page. */
export const AT_ADOBE = 'at-adobe';

export const adobeSteps = lazyPart(async () => (await import('./AdobeSteps.tsx')).AdobeSteps);
