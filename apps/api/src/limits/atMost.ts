/** A bound of a cache that takes memory for what it keeps, and not for all that it may keep. */

/** `max` of `LRUCache` would reserve 24 bytes for each entry at once: 1.2 MB for 50,000. */
export const atMost = (entries: number): { maxSize: number; sizeCalculation: () => number } => ({
  maxSize: entries,
  sizeCalculation: () => 1,
});
