/** Tiers of a key vault as the Azure portal names them (AEP-04). */
export const tiers = { standard: 'Standard', premium: 'Premium' };
