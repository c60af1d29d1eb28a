/** The notice that an approval can't be used yet, which few visits need. */
import { lazyPart } from '../../../ui/lazyPart.tsx';

export const coolingOff = lazyPart(async () => (await import('./CoolingOff.tsx')).CoolingOff);
