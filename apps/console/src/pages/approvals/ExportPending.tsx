/** The button that saves the pending approvals as a file, loaded after them. */
import { ExportButton } from '../../features/export/ExportButton.tsx';
import { pendingFile } from './approvalFiles.ts';

export const ExportPending = ({ mayDecide }: { mayDecide: boolean }) => (
  <ExportButton file={(tools) => Promise.resolve(pendingFile(tools, mayDecide))} />
);
