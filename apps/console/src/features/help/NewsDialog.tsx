/** What is new in Keyway: the last few changes that people notice, and where they are. */
import { Content, Dialog, Heading, Link } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { DialogContainer } from '../../ui/DialogContainer.tsx';
import { NEWS } from './newsItems.ts';

const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 20,
});
const title = style({ font: 'title-sm', margin: 0 });
const day = style({ font: 'ui-sm', color: 'neutral-subdued' });
const text = style({ font: 'body', margin: 0, marginTop: 4 });

interface NewsDialogProps {
  isOpen: boolean;
  onClose: () => void;
}

export function NewsDialog({ isOpen, onClose }: NewsDialogProps) {
  const intl = useIntl();
  return (
    <DialogContainer onDismiss={onClose}>
      {isOpen ? (
        <Dialog isDismissible size="M">
          <Heading slot="title">{intl.formatMessage({ id: 'help.news' })}</Heading>
          <Content>
            <ul className={list}>
              {NEWS.map(({ id, day: date, place }) => (
                <li key={id}>
                  <h3 className={title}>
                    <Link href={place} variant="secondary" isStandalone onPress={onClose}>
                      {intl.formatMessage({ id: `news.${id}.title` })}
                    </Link>
                  </h3>
                  <time dateTime={date} className={day}>
                    {intl.formatDate(date, { dateStyle: 'medium', timeZone: 'UTC' })}
                  </time>
                  <p className={text}>{intl.formatMessage({ id: `news.${id}.text` })}</p>
                </li>
              ))}
            </ul>
          </Content>
        </Dialog>
      ) : null}
    </DialogContainer>
  );
}
