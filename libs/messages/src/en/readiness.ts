/** What keeps organizations from being set up, as dry runs found it. */
export const readiness = {
  check: '{step}: {check}',
  checkUnknown: '{step}: couldn’t check “{check}”',
  permission: '{step}: the permission {permission} is missing',
  credential: '{step}: the credential for {cloud} is refused',
  connection: '{step}: {cloud} is not connected',
  key: 'No key is planned',
  keyPolicy: 'Adobe’s key policy was not provided',
  keyRefused: 'The planned key can’t be used',
  notStartable: 'No run can be started',
  noTrackApplies: 'None of the chosen tracks applies to the organization',
  notChecked: 'Keyway failed to check the organization several times',
  clouds: { azure: 'Azure', adobe: 'Adobe', aws: 'AWS' },
};
