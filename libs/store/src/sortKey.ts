/**
 * What names are sorted and compared by; long names by their beginning, since an index holds no
 * more. The database compares it by code point. The console's compareNames.ts does the same.
 */
export const sortKey = (name: string): string => name.toLowerCase().slice(0, 400);
