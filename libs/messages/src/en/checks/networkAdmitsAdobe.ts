import type { CheckMessages } from '../../checkMessages.ts';

export const networkAdmitsAdobe: CheckMessages<'networkAdmitsAdobe'> = {
  title: 'Adobe can reach the vault',
  expected: 'Open, or restricted with trusted Microsoft services and 20.88.123.53 admitted',
  outcomes: {
    open: 'Public access from all networks',
    restricted: {
      observed: 'Selected networks, with trusted Microsoft services and {address} admitted',
      cause:
        'This is what Adobe documents for restricted vaults. Microsoft’s list of trusted services does not name Azure Cosmos DB, on which Adobe’s profile store runs, so only Adobe’s own validation shows whether it works.',
      remedy:
        'Accept this with a reason; no change is needed. If Adobe then reports FAILED, open the firewall to all networks and try again.',
    },
    restrictedWiderRange: {
      observed: 'Selected networks; {range} admits {address} and other addresses too',
      cause:
        'The range is wider than Adobe’s single address, so other addresses in it can reach the vault too. Also, Microsoft’s list of trusted services does not name Azure Cosmos DB.',
      remedy:
        'Replace {range} by {address}: az keyvault network-rule add --name {vault} --ip-address {address}, then remove the range. Or accept it with a reason.',
    },
    disabledWithBypass: {
      observed: 'Public access is disabled; trusted Microsoft services are admitted',
      cause:
        'IP rules have no effect while public access is disabled. Adobe’s monitor at {address} can’t reach the vault, so Adobe can’t alert you.',
      remedy:
        'Choose Networking > Allow public access from specific virtual networks and IP addresses, and add {address}. Or accept this with a reason; you then get no alerts from Adobe.',
    },
    noAddress: {
      observed:
        'Selected networks; trusted services are admitted, {address} is not (IP rules: {ipRules})',
      cause:
        'Adobe’s address is missing from the firewall, or it was mistyped. The portal’s button enters your own address; replace it with Adobe’s.',
      remedy:
        'az keyvault network-rule add --name {vault} --ip-address {address}. In the portal: Networking > Firewalls and virtual networks > Firewall. It can take up to 10 minutes to take effect.',
    },
    noBypass: {
      observed: 'Selected networks; {address} is admitted, trusted Microsoft services are not',
      cause:
        'Adobe’s data stores reach the vault as trusted Microsoft services, which are blocked.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices. In the portal: Networking > select “Allow trusted Microsoft services to bypass this firewall”.',
    },
    noAddressNoBypass: {
      observed:
        'Selected networks; neither {address} nor trusted Microsoft services are admitted (IP rules: {ipRules})',
      cause: 'The firewall does not include Adobe yet.',
      remedy:
        'az keyvault update --name {vault} --bypass AzureServices, and az keyvault network-rule add --name {vault} --ip-address {address}. It can take up to 10 minutes to take effect.',
    },
    disabledNoBypass: {
      observed: 'Public access is disabled and trusted Microsoft services are not admitted',
      cause:
        'Nobody outside the private network can reach this vault, and Adobe can’t use a key that has a private endpoint only.',
      remedy:
        'Networking > Allow public access from specific virtual networks and IP addresses; add {address} and select “Allow trusted Microsoft services to bypass this firewall”.',
    },
    perimeter: {
      observed: 'A network security perimeter blocks the vault',
      cause:
        'A perimeter (SecuredByPerimeter) blocks trusted Microsoft services too, whatever the firewall allows.',
      remedy:
        'Take {vault} out of the perimeter, or ask your network team for another vault. Then admit trusted services and {address}.',
    },
    vaultAbsent: {
      observed: 'Vault {vault} no longer exists',
      cause: 'It existed before and was deleted or moved.',
      remedy:
        'Recover it (az keyvault recover --name {vault}), then create its role assignments again: they are not recovered.',
    },
    settling: {
      observed: 'The firewall was changed a moment ago to admit Adobe',
      cause: 'A firewall change can take up to 10 minutes to take effect everywhere.',
      remedy: 'Nothing to do: Keyway checks again at {until}.',
    },
    unclear: {
      observed:
        'Azure’s answer about the firewall is not understood (public access {access}, default action {defaultAction})',
      cause: 'A setting has a value that Keyway does not know.',
      remedy:
        'Keyway reads it again automatically. If this persists, check Networking of {vault} in the portal.',
    },
  },
};
