/** What the abuser of the storm does; read by k6 as well. */
export const abuse = {
  /** When the first storm begins, seconds; until then people have come. */
  first: 35,
  /** How long each storm, and each calm between, lasts, seconds. */
  length: 15,
  storms: 4,
  /** Requests a second: a user may send 300 in a quarter of an hour. */
  rate: 200,
} as const;

/** When the last storm is over, seconds. */
export const abuseEnd = abuse.first + (2 * abuse.storms - 1) * abuse.length;

/** All its requests. */
export const abuseRequests = abuse.rate * abuse.length * abuse.storms;
