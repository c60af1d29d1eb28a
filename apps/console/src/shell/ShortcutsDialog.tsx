/** The list of keyboard shortcuts, opened by `?`. */
import { Content, Dialog, Heading } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { useOnlyOrganization } from '../features/viewer/ViewerQuery.ts';
import { DialogContainer } from '../ui/DialogContainer.tsx';
import { ShortcutTexts } from './ShortcutTexts.tsx';

const list = style({
  display: 'grid',
  gridTemplateColumns: ['1fr', 'auto'],
  rowGap: 8,
  columnGap: 24,
  margin: 0,
  font: 'body',
});
const keys = style({ margin: 0, textAlign: 'end', whiteSpace: 'nowrap' });
const key = style({
  font: 'code-sm',
  borderWidth: 1,
  borderStyle: 'solid',
  borderColor: 'gray-400',
  borderRadius: 'sm',
  paddingX: 8,
  paddingY: 2,
});

const SHORTCUTS = [
  { id: 'shortcuts.search', keys: ['Ctrl/⌘ K'] },
  { id: 'shortcuts.list', keys: ['?'] },
  { id: 'action.goPortfolio', keys: ['g', 'p'] },
  { id: 'action.goOrganizations', keys: ['g', 'o'] },
  { id: 'action.goApprovals', keys: ['g', 'a'] },
  { id: 'action.goHistory', keys: ['g', 'h'] },
  { id: 'action.goSettings', keys: ['g', 's'] },
  { id: 'shortcuts.next', keys: ['j'] },
  { id: 'shortcuts.previous', keys: ['k'] },
  { id: 'shortcuts.open', keys: ['Enter'] },
] as const;

interface ShortcutsDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

export const ShortcutsDialog = (props: ShortcutsDialogProps) => (
  <ShortcutTexts>
    <Shortcuts {...props} />
  </ShortcutTexts>
);

function Shortcuts({ isOpen, onClose }: ShortcutsDialogProps) {
  const intl = useIntl();
  const isOfOne = Boolean(useOnlyOrganization());
  const shortcuts = isOfOne
    ? SHORTCUTS.filter(({ id }) => id !== 'action.goOrganizations')
    : SHORTCUTS;
  const then = ` ${intl.formatMessage({ id: 'shortcuts.then' })} `;
  return (
    <DialogContainer onDismiss={onClose}>
      {isOpen ? (
        <Dialog isDismissible size="S">
          <Heading slot="title">{intl.formatMessage({ id: 'shortcuts.title' })}</Heading>
          <Content>
            <dl className={list}>
              {shortcuts.map((shortcut) => (
                <ShortcutRow
                  key={shortcut.id}
                  name={intl.formatMessage({
                    id:
                      isOfOne && shortcut.id === 'action.goPortfolio'
                        ? 'notFound.home'
                        : shortcut.id,
                  })}
                  keys={shortcut.keys}
                  then={then}
                />
              ))}
            </dl>
          </Content>
        </Dialog>
      ) : null}
    </DialogContainer>
  );
}

function ShortcutRow({
  name,
  keys: keyNames,
  then,
}: {
  name: string;
  keys: readonly string[];
  then: string;
}) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={keys}>
        {keyNames.map((one, index) => (
          <span key={one}>
            {index > 0 ? then : null}
            <kbd className={key}>{one}</kbd>
          </span>
        ))}
      </dd>
    </>
  );
}
