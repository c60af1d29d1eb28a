/** What Adobe reports, which only a submitted run has. */
import { lazyPart } from '../../ui/lazyPart.tsx';

export const adobeSteps = lazyPart(async () => (await import('./AdobeSteps.tsx')).AdobeSteps);
