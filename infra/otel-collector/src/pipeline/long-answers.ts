/** Routes of the app that answer for as long as somebody follows or reads them (OpenAPI's names, with `:id`). */
export const longRoutes = ['/api/shopping-lists/:id/events', '/api/export'] as const;

/**
 * Conditions (OTTL) of which a span of such an answer meets one: Envoy's knows the address, the app's and the
 * browser's are called after the route. A query of a browser's is masked by then, with its question mark.
 */
export const ofLongAnswers: readonly string[] = longRoutes.flatMap((route) => [
  `span.name == "GET ${route}"`,
  `IsMatch(span.attributes["http.url"], "^https?://[^/]+${route.replace(':id', '[^/?]+')}([?*].*)?$")`,
]);
