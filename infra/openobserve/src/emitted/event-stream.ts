/** Route of the app whose answers are streams, which last as long as somebody follows a list; that is not slowness. */
export const eventStreamRoute = '/api/shopping-lists/:id/events';

/** Leaves them out of a stream of `http.server.request.duration`. */
export const withoutEventStreams = `{http_route!="${eventStreamRoute}"}`;
