import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject, seconds } from '../json.ts';
import { clusterNames, internalHeaders, jwtMetadata } from '../names.ts';

/**
 * Verifies access tokens against the app's key set. A request without a token, or with one that
 * does not hold, goes on as anonymous: the app answers 401 where a user is needed.
 * @param audience `aud` of the tokens.
 */
export function jwtAuthnFilter(settings: Settings, audience: string): JsonObject {
  return extension(
    'envoy.filters.http.jwt_authn',
    'envoy.extensions.filters.http.jwt_authn.v3.JwtAuthentication',
    {
      providers: {
        app: {
          issuer: settings.JWT_ISSUER,
          audiences: [audience],
          require_expiration: true,
          clock_skew_seconds: 5,
          // Named here, or Envoy would also take a token from the query, where it ends up in logs.
          // The name of the scheme is case-insensitive (RFC 9110, section 11.1), the prefix is not.
          from_headers: ['Bearer ', 'bearer '].map((prefix) => ({
            name: 'authorization',
            value_prefix: prefix,
          })),
          forward_payload_header: internalHeaders.jwtPayload,
          payload_in_metadata: jwtMetadata.key,
          remote_jwks: {
            http_uri: {
              uri: 'http://app/.well-known/jwks.json',
              cluster: clusterNames.appInternal,
              timeout: seconds(10),
            },
            cache_duration: seconds(300),
            // Fetched ahead of need; a request that comes before it waits while the app restarts,
            // because a valid token must never count as none.
            async_fetch: { fast_listener: true, failed_refetch_duration: seconds(1) },
            retry_policy: {
              num_retries: 30,
              retry_back_off: { base_interval: '0.1s', max_interval: '0.5s' },
            },
          },
        },
      },
      rules: [
        {
          match: { prefix: '/' },
          requires: {
            requires_any: {
              requirements: [{ provider_name: 'app' }, { allow_missing_or_failed: {} }],
            },
          },
        },
      ],
    },
  );
}
