export const tiers = { standard: 'Estándar', premium: 'Premium' };
