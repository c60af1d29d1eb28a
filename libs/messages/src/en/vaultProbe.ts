/** What the public facts of a vault mean, in English. */
export const vaultProbe = {
  found:
    '{vault} exists in tenant {tenant}.{link, select, private { It has a private endpoint.} other {}}',
  missing:
    'There is no {vault} in Azure’s public cloud. Check the name, or restore it if it was deleted.',
  private:
    '{vault} has a private address in this network, so Keyway does not call it. Its tenant is unknown.',
  noAnswer: '{vault} did not answer, or not now. Whether it exists is unknown. Try again.',
  otherAnswer:
    'The answer in place of {vault} is not that of a vault. Whether it exists is unknown.',
  sovereignCloud: '{vault} is in a sovereign cloud, which Keyway does not call.',
  tooMany:
    'Too many vaults were asked for in the last minute. Try again in {seconds, plural, one {# second} other {# seconds}}.',
  noWorker: 'No worker of Keyway answered in time. Try again.',
};
