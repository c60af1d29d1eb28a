/** What the shell shows of alerts, as one part that loads after the page. */
import { lazyPart } from '../../ui/lazyPart.tsx';

export const shellAlerts = lazyPart(async () => (await import('./ShellAlerts.tsx')).ShellAlerts);
