/** Largest quantity, in whatever unit. (Browsers scale too: here, so that they need no schemas for it.) */
export const maxAmount = 1_000_000;
