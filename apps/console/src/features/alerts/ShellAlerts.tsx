/** What the shell shows of alerts: their number beside a link, or the banner. */
import { AlertCount } from './AlertCount.tsx';
import { AlertTexts } from './AlertTexts.tsx';
import { PurgeBanner } from './PurgeBanner.tsx';

interface ShellAlertsProps {
  /** Of the number; without it, the banner. */
  countClass?: string;
}

export const ShellAlerts = ({ countClass }: ShellAlertsProps) => (
  <AlertTexts>{countClass ? <AlertCount className={countClass} /> : <PurgeBanner />}</AlertTexts>
);
