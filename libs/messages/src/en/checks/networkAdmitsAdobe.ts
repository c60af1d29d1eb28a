import type { CheckMessages } from '../../checkMessages.ts';

export const networkAdmitsAdobe: CheckMessages<'networkAdmitsAdobe'> = {
  title: 'Adobe can reach the vault',
  expected: 'Open, or restricted with trusted Microsoft services and 20.88.123.53 admitted',
  outcomes: {
    open: 'Public access from all networks',
    restricted: {
      observed: 'Selected networks, with trusted Microsoft services and {address} admitted',
      cause:
        'This is what Adobe documents for restricted vaults. Microsoft’s list of trusted services does not name Azure Cosmos DB, on which Adobe’s profile store runs, so only Adobe’s own validation will show whether it works.',
      remedy:
        'Accept this with a reason; nothing needs to be changed. If Adobe then reports FAILED, open the firewall to all networks and try again.',
    },
    restrictedWiderRange: {
      observed: 'Selected networks; {range} admits {address} and other addresses too',
      cause:
        'The range is wider than Adobe’s single address, so strangers in it reach the vault’s front door as well. Also Microsoft’s list of trusted services does not name Azure Cosmos DB.',
      remedy:
        'Replace {range} by {address}: az keyvault network-rule add --name {vault} --ip-address {address}, then remove the range. Or accept it with a reason.',
    },
    disabledWithBypass: {
      observed: 'Public access is disabled; trusted Microsoft services are admitted',
      cause:
        'IP rules have no effect while public access is disabled. Adobe’s monitor at {address} cannot reach the vault, so you will get no alerts from Adobe.',
      remedy:
        'Better choose Networking > Allow public access from specific virtual networks and IP addresses, and add {address}. Or accept with a reason that Adobe’s alerts will be missing.',
    },
    noAddress: {
      observed:
        'Selected networks; trusted services are admitted, {address} is not (IP rules: {ipRules})',
      cause:
        'Adobe’s address is missing from the firewall, or it was mistyped. The portal’s button adds your own address, which has to be replaced by Adobe’s.',
      remedy:
        'az keyvault network-rule add --name {vault} --ip-address {address}. In the portal: Networking > Firewalls and virtual networks > Firewall. It takes up to 10 minutes to work.',
    },
    noBypass: {
      observed: 'Selected networks; {address} is admitted, trusted Microsoft services are not',
      cause:
        'Adobe’s data stores reach the vault as trusted Microsoft services, and these are shut out.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices. In the portal: Networking > tick “Allow trusted Microsoft services to bypass this firewall”.',
    },
    noAddressNoBypass: {
      observed:
        'Selected networks; neither {address} nor trusted Microsoft services are admitted (IP rules: {ipRules})',
      cause: 'The firewall was set up without Adobe in mind.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices, and az keyvault network-rule add --name {vault} --ip-address {address}. It takes up to 10 minutes to work.',
    },
    disabledNoBypass: {
      observed: 'Public access is disabled and trusted Microsoft services are not admitted',
      cause:
        'Nobody outside the private network reaches this vault. A key that is reachable by private endpoint only cannot be used.',
      remedy:
        'Networking > Allow public access from specific virtual networks and IP addresses; add {address} and tick “Allow trusted Microsoft services to bypass this firewall”.',
    },
    perimeter: {
      observed: 'A network security perimeter closes the vault',
      cause:
        'A perimeter (SecuredByPerimeter) shuts out even trusted Microsoft services, whatever the firewall says.',
      remedy:
        'Take {vault} out of the perimeter, or ask your network team for another vault. Then admit trusted services and {address}.',
    },
    vaultAbsent: {
      observed: 'Vault {vault} is not there any more',
      cause: 'It was there before and has been deleted or moved.',
      remedy:
        'Recover it (az keyvault recover --name {vault}), then create its role assignments again: they do not come back with it.',
    },
    settling: {
      observed: 'The firewall was opened for Adobe a moment ago',
      cause: 'A change of the firewall takes up to 10 minutes until it works everywhere.',
      remedy: 'Nothing to do: it is checked again at {until}.',
    },
    unclear: {
      observed:
        'Azure’s answer about the firewall cannot be understood (public access {access}, default action {defaultAction})',
      cause: 'A setting has a value that we do not know.',
      remedy:
        'It is read again by itself. If this stays, look at Networking of {vault} in the portal.',
    },
  },
};
