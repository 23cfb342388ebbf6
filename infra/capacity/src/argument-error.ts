/** Something was asked in a way that cannot be answered; the message names it and says what can be written. */
export class ArgumentError extends Error {}
