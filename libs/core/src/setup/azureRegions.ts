/** The regions of Azure’s public cloud by their programmatic names, and what a wrong one means. */

/** As of November 2026; a new one is also known where the resource group is in it. */
const REGIONS: readonly string[] = `
  australiacentral australiacentral2 australiaeast australiasoutheast austriaeast
  belgiumcentral brazilsouth brazilsoutheast canadacentral canadaeast
  centralindia centralus chilecentral denmarkeast eastasia
  eastus eastus2 francecentral francesouth germanynorth
  germanywestcentral indonesiacentral israelcentral italynorth japaneast
  japanwest jioindiacentral jioindiawest koreacentral koreasouth
  malaysiawest mexicocentral newzealandnorth northcentralus northeurope
  norwayeast norwaywest polandcentral qatarcentral southafricanorth
  southafricawest southcentralus southeastasia southindia spaincentral
  swedencentral swedensouth switzerlandnorth switzerlandwest uaecentral
  uaenorth uksouth ukwest westcentralus westeurope
  westindia westus westus2 westus3
`
  .trim()
  .split(/\s+/);
const MAX_SUGGESTIONS = 3;
const MAX_EDITS = 3;

/** Whether Keyway knows this region, by its programmatic name. */
export const isAzureRegion = (name: string): boolean => REGIONS.includes(name.toLowerCase());

/** How many letters differ (Levenshtein). */
function edits(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** Known regions with a similar name, the most similar first; those that begin with it as well. */
export function similarRegions(name: string): string[] {
  const given = name.toLowerCase();
  const close = REGIONS.map((region) => ({ region, distance: edits(given, region) })).filter(
    ({ region, distance }) => distance <= MAX_EDITS || region.startsWith(given),
  );
  return close
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, MAX_SUGGESTIONS)
    .map(({ region }) => region);
}
