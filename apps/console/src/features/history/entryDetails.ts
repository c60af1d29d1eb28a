/** What an opened entry of history shows, loaded when one is opened. */
import { lazyPart } from '../../ui/lazyPart.tsx';

export const entryDetails = lazyPart(async () => (await import('./EntryDetails.tsx')).EntryDetails);
