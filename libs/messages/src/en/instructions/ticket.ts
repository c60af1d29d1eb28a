export const ticket = {
  open: 'Open a case with Adobe Customer Care and paste the text that “Open ticket” shows. It names both addresses, because Adobe’s “Azure URI” may mean either.',
  record: 'Record the case number here.',
};
