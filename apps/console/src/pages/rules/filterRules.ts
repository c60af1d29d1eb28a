/** Filters the rules, and finds the checks based on each. */
interface CatalogRule {
  id: string;
  title: string;
  sources: readonly string[];
}

/** Every word of the text must be part of the ID, the title or a source. */
export function filterRules<T extends CatalogRule>(rules: readonly T[], text = ''): T[] {
  const terms = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return rules.filter(({ id, title, sources }) => {
    const searchable = [id, title, ...sources].join('\n').toLocaleLowerCase();
    return terms.every((word) => searchable.includes(word));
  });
}

/** A check that differs by track is in the catalog twice, but counts once. */
export function groupChecksByRule(
  checks: readonly { id: string; rules: readonly string[] }[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { id, rules } of checks)
    for (const rule of rules) found.set(rule, (found.get(rule) ?? new Set()).add(id));
  return found;
}
