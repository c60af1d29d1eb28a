/** The frame of every page: navigation, top bar, notices, content. */
import { Outlet } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Part, lazyPart } from '../ui/lazyPart.tsx';
import { allowLiveConnection, onReconnected } from '../apollo/liveConnection.ts';
import { isUnauthenticated, useIsHeld, useSessionEnd } from '../apollo/unauthenticated.ts';
import { shellAlerts } from '../features/alerts/shellAlerts.ts';
import { sessionPart } from '../features/session/sessionParts.ts';
import { LiveNotice } from './LiveNotice.tsx';
import { Navigation } from './Navigation.tsx';
import { SandboxBadge } from './SandboxBadge.tsx';
import { TopBar } from './TopBar.tsx';
import { TypedAhead } from './TypedAhead.tsx';
import { VIEWER_QUERY } from '../features/viewer/ViewerQuery.ts';
import { useFocusOnNavigation } from './useFocusOnNavigation.ts';
import { useKeptFocus } from '../ui/useKeptFocus.ts';
import { usePendingApprovalCount } from './usePendingApprovalCount.ts';
import { useShortcuts } from './useShortcuts.ts';
import { accessNotice, useViewerChanges } from './useViewerChanges.ts';
import './shell.css';

const searchDialog = lazyPart(async () => (await import('./SearchDialog.tsx')).SearchDialog);
const shortcutsDialog = lazyPart(
  async () => (await import('./ShortcutsDialog.tsx')).ShortcutsDialog,
);

/** Magnified so far that the frame would leave little of the page in sight: all of it scrolls. */
const LOW = '@media (height < 520px)';

const frame = style({
  display: 'flex',
  flexDirection: { default: 'column', '@media (width >= 700px)': 'row' },
  height: { default: 'screen', [LOW]: 'auto' },
  minHeight: { default: 0, [LOW]: 'screen' },
  backgroundColor: 'layer-1',
});
const column = style({
  position: 'relative',
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  minWidth: 0,
  minHeight: 0,
});
const narrowOnly = style({ display: { default: 'block', '@media (width >= 700px)': 'none' } });
const content = style({
  flexGrow: 1,
  minHeight: 0,
  // Hidden texts inside are placed by it; otherwise they lengthen the document behind it.
  position: 'relative',
  overflowY: { default: 'auto', [LOW]: 'visible' },
  backgroundColor: 'base',
  outlineStyle: 'none',
  borderTopStartRadius: { default: 'none', '@media (width >= 700px)': 'lg' },
});
const inner = style({
  boxSizing: 'border-box',
  paddingX: { default: 16, '@media (width >= 700px)': 24 },
  paddingY: { default: 16, '@media (width >= 700px)': 24 },
  maxWidth: 1920,
  marginX: 'auto',
});

const NO_PROPS = {};

export function Shell() {
  const intl = useIntl();
  const [dialog, setDialog] = useState<DialogName>();
  const { data, error, refetch } = useQuery(VIEWER_QUERY);
  const isKnown = data !== undefined;
  useEffect(() => {
    if (isKnown) allowLiveConnection();
  }, [isKnown]);
  // A change of this person's access ends the live connection, or happens while it is down.
  useEffect(() => onReconnected(() => void refetch().catch(() => undefined)), [refetch]);
  const accessChanges = useViewerChanges(data?.viewer);
  const sessionEnd = useSessionEnd();
  const isHeld = useIsHeld();
  const waiting = usePendingApprovalCount(isKnown);
  useShortcuts({ onSearch: () => setDialog('search'), onHelp: () => setDialog('shortcuts') });
  useFocusOnNavigation();
  useKeptFocus();
  // Until the sign-in page is there, nothing is shown.
  if (!isHeld && (sessionEnd || (error && isUnauthenticated(error)))) return null;
  return (
    <div className={frame}>
      <a href="#main" className="kw-skip">
        {intl.formatMessage({ id: 'nav.skip' })}
      </a>
      <Navigation approvals={waiting} environment={data?.environment} />
      <div className={column}>
        <TopBar
          viewer={data?.viewer}
          onSearch={() => setDialog('search')}
          onNearSearch={() => searchDialog.preload()}
          onShortcuts={() => setDialog('shortcuts')}
        />
        {data?.environment.sandbox ? (
          <aside className={narrowOnly} data-print="hidden">
            <SandboxBadge />
          </aside>
        ) : null}
        <LiveNotice />
        <Part part={sessionPart} isWanted={isKnown} props={NO_PROPS} />
        <Part part={shellAlerts} isWanted={isKnown} props={NO_PROPS} />
        <main id="main" tabIndex={-1} className={content}>
          <div className={inner}>
            <Part
              part={accessNotice}
              isWanted={accessChanges > 0}
              props={{ changes: accessChanges }}
            />
            {error && !data ? (
              <ErrorState
                isPage
                what={intl.formatMessage({ id: 'error.viewer' })}
                error={error}
                onRetry={() => void refetch()}
              />
            ) : null}
            {/* The page loads in parallel with the viewer. The server decides what it offers. */}
            {error && !data ? null : <Outlet />}
          </div>
        </main>
      </div>
      <Dialogs open={dialog} onClose={() => setDialog(undefined)} />
    </div>
  );
}

type DialogName = 'search' | 'shortcuts';

function Dialogs({ open, onClose }: { open: DialogName | undefined; onClose: () => void }) {
  const typed = useRef('');
  const isSearching = open === 'search';
  const isHelping = open === 'shortcuts';
  return (
    <>
      <Part
        part={searchDialog}
        isWanted={isSearching}
        props={{ isOpen: isSearching, onClose, typed }}
      >
        <TypedAhead text={typed} onEscape={onClose} />
      </Part>
      <Part part={shortcutsDialog} isWanted={isHelping} props={{ isOpen: isHelping, onClose }} />
    </>
  );
}
