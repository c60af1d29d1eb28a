/** What a view holds, as parameters of its page's address. */

/** Parameters of an address; undefined counts as absent. */
export type AddressSearch = Readonly<Record<string, unknown>>;
/** A page's search schema. */
export type ParseSearch = (search: Record<string, unknown>) => AddressSearch;

/** In place of a view's ID: no view, although the page has a default one. */
export const NO_VIEW = 'all';

const isPresent = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '';

/** The filters and the order, without the view that they are of. */
export function filtersOf(search: AddressSearch): AddressSearch {
  return Object.fromEntries(
    Object.entries(search).filter(([name, value]) => name !== 'view' && isPresent(value)),
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export function isSameSearch(a: AddressSearch, b: AddressSearch): boolean {
  const [left, right] = [filtersOf(a), filtersOf(b)];
  return [...Object.keys(left), ...Object.keys(right)].every((name) =>
    isSame(left[name], right[name]),
  );
}

export interface ReadView {
  search: AddressSearch;
  /** What this version can't read: another version saved it. */
  unread: AddressSearch;
}

/** What the page can show of a view. */
export function readView(stored: unknown, parse: ParseSearch): ReadView {
  const raw = typeof stored === 'object' && stored !== null ? filtersOf({ ...stored }) : {};
  const search = filtersOf(parse({ ...raw }));
  // A text of digits is a number to the address: what reads the same is the same.
  const unread = Object.entries(raw).filter(([name, value]) => {
    const read = search[name];
    return read === undefined || (read !== value && !isSame(String(read), String(value)));
  });
  return { search, unread: Object.fromEntries(unread) };
}
