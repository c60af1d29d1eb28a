/** The button that saves the pending approvals as a file, loaded after them. */
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { pendingFile } from './approvalFiles.ts';
import type { PendingList } from './pendingApprovals.ts';

export const ExportPending = (list: PendingList) => (
  <ExportButton file={(tools) => Promise.resolve(pendingFile(tools, list))} />
);
