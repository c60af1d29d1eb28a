/**
 * The views that a person has saved, as tabs after the others, and saving or removing the current
 * one.
 */
import {
  ActionButton,
  Button,
  ButtonGroup,
  Content,
  Dialog,
  DialogTrigger,
  Form,
  Heading,
  Text,
  TextField,
} from '@react-spectrum/s2';
import BookmarkIcon from '@react-spectrum/s2/icons/Bookmark';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { PortfolioSearch } from './portfolioSearch.ts';
import { ViewChip } from './ViewChip.tsx';
import { isSameView } from './savedViews.ts';
import type { SavedViewsStore } from './savedViews.ts';

const FORM_ID = 'portfolio-view-form';
const text = style({ truncate: true, minWidth: 0 });
const item = style({ display: 'flex', alignItems: 'center', minWidth: 0 });

export function SavedViews({ search, saved }: { search: PortfolioSearch; saved: SavedViewsStore }) {
  const intl = useIntl();
  const [isNaming, setNaming] = useState(false);
  const current = saved.views.find((view) => isSameView(view.search, search));
  const mayBeSaved =
    !current && Boolean(search.text || search.status || search.waiting || search.sort);
  return (
    <>
      {saved.views.map((view) => (
        <li key={view.name} className={item}>
          <ViewChip search={view === current ? {} : view.search} isCurrent={view === current}>
            <bdi className={text}>{view.name}</bdi>
          </ViewChip>
        </li>
      ))}
      {current || mayBeSaved || isNaming ? (
        <li className={item}>
          {/* One button for both, so that the focus can return to it when the dialog closes. */}
          <DialogTrigger
            isOpen={isNaming}
            onOpenChange={(open) =>
              open && current ? saved.remove(current.name) : setNaming(open)
            }
          >
            <ActionButton isQuiet size="S">
              <BookmarkIcon />
              <Text>
                {intl.formatMessage({
                  id: current ? 'portfolio.removeView' : 'portfolio.saveView',
                })}
              </Text>
            </ActionButton>
            <NameView
              onSave={(name) => saved.save({ name, search })}
              onClose={() => setNaming(false)}
            />
          </DialogTrigger>
        </li>
      ) : null}
    </>
  );
}

function NameView({ onSave, onClose }: { onSave: (name: string) => void; onClose: () => void }) {
  const intl = useIntl();
  const [name, setName] = useState('');
  const trimmed = name.trim();
  return (
    <Dialog size="S">
      <Heading slot="title">{intl.formatMessage({ id: 'portfolio.saveView' })}</Heading>
      <Content>
        <Form
          id={FORM_ID}
          onSubmit={(event) => {
            event.preventDefault();
            if (trimmed === '') return;
            onSave(trimmed);
            onClose();
          }}
        >
          <TextField
            autoFocus
            isRequired
            maxLength={60}
            label={intl.formatMessage({ id: 'portfolio.viewName' })}
            description={intl.formatMessage({ id: 'portfolio.viewHelp' })}
            value={name}
            onChange={setName}
          />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {intl.formatMessage({ id: 'common.cancel' })}
        </Button>
        <Button type="submit" form={FORM_ID} variant="accent" isDisabled={trimmed === ''}>
          {intl.formatMessage({ id: 'portfolio.confirmView' })}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
