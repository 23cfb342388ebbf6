/**
 * Bytes kept of a request or an answer, on each side of Envoy, while the other side does not go on.
 * Routes say when more must fit.
 */
export const bufferLimit = 64 * 1024;
