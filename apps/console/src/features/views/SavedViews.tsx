/** The saved views of a page, as the last items of its list of views. Loaded after the page. */
import { lazyPart, Part } from '../../ui/lazyPart.tsx';
import type { SavedViewItemsProps } from './SavedViewItems.tsx';

const savedViewItems = lazyPart(async () => (await import('./SavedViewItems.tsx')).SavedViewItems);

export const SavedViews = (props: SavedViewItemsProps) => (
  <Part part={savedViewItems} isWanted props={props} />
);
