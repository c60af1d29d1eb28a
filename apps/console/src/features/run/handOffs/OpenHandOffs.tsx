/** Says before another link is made that one is open for the same admin, which can be revoked. */
import { ActionButton, Content, Heading, InlineAlert } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntl } from 'react-intl';
import { Quoted } from '../../../ui/Quoted.tsx';
import type { HandOffActor } from './handOffActor.ts';
import type { HandOffView } from './handOffDocuments.ts';

const full = style({ width: 'full' });
const list = style({
  listStyleType: 'none',
  margin: 0,
  marginTop: 8,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 8,
});
const row = style({ display: 'flex', alignItems: 'start', columnGap: 12 });
const text = style({ minWidth: 0, flexGrow: 1, overflowWrap: 'anywhere' });

interface OpenHandOffsProps {
  actor: HandOffActor;
  /** Those of this actor that work. */
  open: readonly HandOffView[];
  onRevoke: (handOff: HandOffView) => void;
}

export function OpenHandOffs({ actor, open, onRevoke }: OpenHandOffsProps) {
  const intl = useIntl();
  const name = intl.formatMessage({ id: `actor.${actor}` });
  const count = open.length;
  if (count === 0) return null;
  return (
    <InlineAlert variant="notice" styles={full}>
      <Heading level={3}>
        {intl.formatMessage({ id: 'handOffs.already' }, { count, actor: name })}
      </Heading>
      <Content>
        {intl.formatMessage({ id: 'handOffs.alreadyText' }, { count })}
        <ul className={list}>
          {open.map((handOff) => (
            <OpenHandOff key={handOff.id} handOff={handOff} onRevoke={() => onRevoke(handOff)} />
          ))}
        </ul>
      </Content>
    </InlineAlert>
  );
}

function OpenHandOff({ handOff, onRevoke }: { handOff: HandOffView; onRevoke: () => void }) {
  const intl = useIntl();
  const { createdBy: name, createdAt, expiresAt, note, uses } = handOff;
  const until = intl.formatDate(expiresAt, { dateStyle: 'long', timeStyle: 'short' });
  const made = intl.formatDate(createdAt, { dateStyle: 'long', timeStyle: 'medium' });
  return (
    <li className={row}>
      <div className={text}>
        {intl.formatMessage({ id: 'handOffs.alreadyOne' }, { name, made, until, uses })}
        {note ? (
          <div>
            <Quoted text={note} />
          </div>
        ) : null}
      </div>
      <ActionButton
        size="S"
        styles={style({ flexShrink: 0 })}
        aria-label={intl.formatMessage({ id: 'handOffs.revokeUntil' }, { made })}
        onPress={onRevoke}
      >
        {intl.formatMessage({ id: 'handOffs.revoke' })}
      </ActionButton>
    </li>
  );
}
