/** The data of an entry that records a deletion. */
export const deletedOrganization = (at: string): object => ({
  ...{ organizationId: 'o', name: 'Contoso', imsOrgId: 'A@AdobeOrg' },
  ...{ archivedAt: at, archivedBy: 'Olu Owner', entries: 41, lastEntryId: 'e', lastHash: 'ab' },
  checkpoint: 'eyJ.eyJ.sig',
  submitted: [
    {
      ...{ runId: 'r', track: 'AEP', requestedBy: 'Olu Owner', requestedAt: at },
      ...{ approvedBy: 'Ana Approver', approvedAt: at, comment: 'Agreed', evidenceHash: 'ab' },
      ...{ keyIdentifier: 'k', configurationName: 'keyway-1', submissionId: 's', sentAt: at },
      ...{ adobeJobId: 'j', reportedStatus: 'COMPLETED', attestedBy: 'Olu Owner' },
      ...{ caseNumber: 'C-1', openedAt: at, confirmedBy: 'Adobe', confirmedAt: at },
    },
  ],
});
