/** The icons of the main pages, which load after the page: their names are enough until then. */
import BadgeVerified from '@react-spectrum/s2/icons/BadgeVerified';
import Buildings from '@react-spectrum/s2/icons/Buildings';
import ChartBarVert from '@react-spectrum/s2/icons/ChartBarVert';
import History from '@react-spectrum/s2/icons/History';
import ListMultiSelect from '@react-spectrum/s2/icons/ListMultiSelect';
import More from '@react-spectrum/s2/icons/More';
import Settings from '@react-spectrum/s2/icons/Settings';
import ViewGrid from '@react-spectrum/s2/icons/ViewGrid';

/** Spectrum has no pulse. */
const HealthIcon = () => (
  <svg viewBox="0 0 20 20" width="20" aria-hidden="true">
    <path d="M2 10.5h3.5L8 4l4 12 2.5-5.5H18" fill="none" stroke="currentColor" strokeWidth="1.5" />
  </svg>
);

const ICONS = {
  portfolio: ViewGrid,
  insights: ChartBarVert,
  organizations: Buildings,
  approvals: BadgeVerified,
  health: HealthIcon,
  bulkJobs: ListMultiSelect,
  history: History,
  settings: Settings,
  more: More,
};

/** Pages that have one. */
export type NavigationIconName = keyof typeof ICONS;

export function NavigationIcon({ name }: { name: NavigationIconName }) {
  const Icon = ICONS[name];
  return <Icon aria-hidden="true" />;
}
