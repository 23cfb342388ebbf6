import { extension, type JsonObject } from '../json.ts';

/** Sends the request to the app. */
export function routerFilter(): JsonObject {
  return extension('envoy.filters.http.router', 'envoy.extensions.filters.http.router.v3.Router', {
    suppress_envoy_headers: true,
  });
}
