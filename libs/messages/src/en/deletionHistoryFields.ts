/** Labels of what history holds of an organization that was deleted; as `historyFields.ts`. */
export const deletionLabels = {
  adobeJobId: 'Adobe’s job ID',
  approvedAt: 'Approved',
  approvedBy: 'Approved by',
  archivedAt: 'Archived',
  archivedBy: 'Archived by',
  attestedBy: 'Attested by',
  checkpoint: 'Last signed checkpoint',
  entries: 'Entries of its history',
  lastEntryId: 'Last entry ID',
  lastHash: 'SHA-256 of the last entry',
  organizationId: 'Organization ID',
  reportedStatus: 'Reported status',
  requestedAt: 'Requested',
  requestedBy: 'Requested by',
  sentAt: 'Sent',
  submitted: 'Approvals and submissions',
} as const;
