/** The links of this run: for whom, whether they work, and a button that ends one. */
import { useIntl } from 'react-intl';
import { ActionButton } from '@react-spectrum/s2';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useRunActions } from '../actions/RunActions.tsx';
import type { RunView } from '../data/runFields.ts';
import { HandOffTexts } from './HandOffTexts.tsx';
import { isHandOffActor, mayHandOff } from './handOffActor.ts';
import type { HandOffView } from './handOffDocuments.ts';
import { isOpenHandOff, useHandOffs } from './useHandOffs.ts';

const section = style({ marginBottom: 24 });
const heading = style({ font: 'title-sm', margin: 0, marginBottom: 8 });
const list = style({
  listStyleType: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
  rowGap: 12,
});
const row = style({
  display: 'flex',
  alignItems: 'start',
  justifyContent: 'space-between',
  columnGap: 12,
});
const text = style({ minWidth: 0, font: 'ui-sm', overflowWrap: 'anywhere' });
const quiet = style({ color: 'neutral-subdued' });

export const HandOffs = ({ run }: { run: RunView }) => (
  <HandOffTexts>
    <HandOffList run={run} />
  </HandOffTexts>
);

function HandOffList({ run }: { run: RunView }) {
  const intl = useIntl();
  const { handOffs } = useHandOffs(run.id);
  const { open } = useRunActions();
  if (handOffs.length === 0) return null;
  const may = mayHandOff(run);
  return (
    <section className={section} aria-labelledby="kw-hand-offs">
      <h2 id="kw-hand-offs" className={heading}>
        {intl.formatMessage({ id: 'handOffs.title' })}
      </h2>
      <ul className={list}>
        {handOffs.map((handOff) => (
          <Row
            key={handOff.id}
            handOff={handOff}
            onRevoke={may ? () => open({ kind: 'revokeHandOff', handOff }) : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/** Closed ones stay in the list, with why they are closed. */
function Row({ handOff, onRevoke }: { handOff: HandOffView; onRevoke?: (() => void) | undefined }) {
  const intl = useIntl();
  const { actor, createdBy, createdAt, expiresAt, revokedAt, lastUsedAt, uses, note } = handOff;
  const isOpen = isOpenHandOff(handOff);
  const name = isHandOffActor(actor)
    ? intl.formatMessage({ id: `handOffs.actor.${actor}` })
    : intl.formatMessage({ id: `actor.${actor}` });
  const [id, at] = revokedAt
    ? (['handOffs.revoked', revokedAt] as const)
    : ([isOpen ? 'handOffs.open' : 'handOffs.expired', expiresAt] as const);
  return (
    <li className={row}>
      <div className={text}>
        <div>
          <strong>{name}</strong> ·{' '}
          {intl.formatMessage({ id }, { when: <RelativeTime key="at" at={at} /> })}
        </div>
        {note ? <div>{note}</div> : null}
        <div className={quiet}>
          {intl.formatMessage(
            { id: 'handOffs.by' },
            { name: createdBy, when: <RelativeTime key="at" at={createdAt} /> },
          )}
          {' · '}
          {lastUsedAt
            ? intl.formatMessage(
                { id: 'handOffs.used' },
                { uses, when: <RelativeTime key="at" at={lastUsedAt} /> },
              )
            : intl.formatMessage({ id: 'handOffs.unused' })}
        </div>
      </div>
      {isOpen && onRevoke ? (
        <ActionButton
          size="S"
          styles={style({ flexShrink: 0 })}
          aria-label={intl.formatMessage({ id: 'handOffs.revokeFor' }, { name })}
          onPress={onRevoke}
        >
          {intl.formatMessage({ id: 'handOffs.revoke' })}
        </ActionButton>
      ) : null}
    </li>
  );
}
