/** What is selected in a list; loaded with its texts when something is. */
import { withAdministrationTexts } from '../../intl/administrationTexts.ts';
import { Part, lazyPart } from '../../ui/lazyPart.tsx';
import type { SelectionActionsProps } from './SelectionActions.tsx';

const actions = lazyPart(
  async () => (await withAdministrationTexts(import('./SelectionActions.tsx'))).SelectionActions,
);

export function SelectionBar(props: SelectionActionsProps) {
  const { ids, isAll } = props.chosen;
  return <Part part={actions} isWanted={isAll || ids.size > 0} props={props} />;
}
