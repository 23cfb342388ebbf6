/** A number of requests for a limit that is counted as always, and that nobody comes to. */
export const neverReached = '1000000000';
