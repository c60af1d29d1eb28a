export const network = {
  open: 'Open the vault {vault} in the Azure portal, **Networking > Firewalls and virtual networks**.',
  publicIsEnough: 'With public access from all networks there is nothing to do.',
  perimeter:
    'The network security perimeter of {vault} controls access, and trusted services are not exempt. Add an inbound rule for {address} to the perimeter’s profile, or take the vault out of the perimeter. There is no script: Keyway does not read the perimeter’s rules.',
  chooseSelected:
    '{restricted, select, true {Choose} other {Otherwise choose}} **Allow public access from specific virtual networks and IP addresses**. With public access disabled, IP rules have no effect.',
  addAddress:
    'Under **Firewall** add {address}. The portal’s button enters your own address: replace it.',
  keepRules:
    'Keep the existing rules{disabled, select, true {; they take effect once public access is allowed} other {}}: {rules}{more, plural, =0 {} other { and # more}}',
  trustServices: 'Select **Allow trusted Microsoft services to bypass this firewall** and save.',
  appliesToYou:
    'The firewall applies to you as well: from an address without a rule, keys can no longer be read or created. To work from such an address, add it as a rule too; it is the “Client address” in the error ForbiddenByFirewall. `az keyvault network-rule remove` removes it.',
  wait: 'Wait up to 10 minutes. Keyway then checks automatically.',
  waitOnly: 'It takes effect within 10 minutes.',
  nothingToChange:
    'As observed, Adobe gets through. There is nothing to change, so there is no script. A rule would close an open vault to others.',
  scriptKeepsRules:
    'The script adds to the firewall and keeps every rule. Address rules of a Managed HSM can be added with the Azure CLI only.',
  scriptsKeepRules:
    'The scripts add to the firewall and keep every rule. There is none for Bicep: a Bicep deployment replaces every property of an existing vault.',
  notObserved:
    'The vault has not been observed yet, so the scripts only add to the firewall and neither open nor close it. There is none for Bicep and Terraform until the existing rules are known.',
};
