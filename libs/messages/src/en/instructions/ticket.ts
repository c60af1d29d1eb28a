export const ticket = {
  open: 'Open a case with Adobe Customer Care and paste the ticket text of this page. It names both addresses, because Adobe’s “Azure URI” may mean either.',
  record: 'Record the case number here.',
};
