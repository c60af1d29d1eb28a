export const activation = {
  statuses:
    'Adobe puts the key into use: RUNNING, UPDATE_EXISTING_RESOURCES, then COMPLETED. It can take minutes or more than a day.',
  changeNothing: 'Do not change vault, key, role or firewall meanwhile.',
  ifFailed:
    'If Adobe reports FAILED, it gives no reason. Review the checks of this step; if all pass, open a case with Adobe Customer Care and quote job ID, organization and configuration name.',
};
