/**
 * The one address Adobe watches vaults from, in every region (NET-08). From Adobe's
 * alerts-and-ip-access page, read 2026-11; an older page printed a placeholder (GAP-32).
 */
export const ADOBE_ADDRESS = '20.88.123.53';
