import { extension, type JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';

const filterName = 'api-keys';
const apiKeyAuth = 'envoy.extensions.filters.http.api_key_auth.v3.ApiKeyAuth';
const withMatcher = 'envoy.extensions.common.matching.v3.ExtensionWithMatcher';

/** Where clients send their key. */
export const keyHeader = 'x-api-key';

/** Keys by the name of their client; a client may have several, to change them one by one. */
type ApiKeys = Readonly<Record<string, readonly string[]>>;

/** Name of the file with the keys. */
export const apiKeysFile = 'api-keys.json';

/**
 * Tells by its key which client calls. The keys are secrets, so they are not here: Envoy reads and watches
 * a file that only it may read. Until it has them, and while the file cannot be read, no key is known.
 * @param folder of that file alone.
 */
export function apiKeysFilter(folder: string): JsonObject {
  return {
    name: filterName,
    config_discovery: {
      config_source: {
        path_config_source: {
          path: `${folder}/${apiKeysFile}`,
          watched_directory: { path: folder },
        },
        resource_api_version: 'V3',
      },
      type_urls: [`type.googleapis.com/${withMatcher}`],
      default_config: apiKeyCheck({}).typed_config,
      apply_default_config_without_warming: true,
    },
  };
}

/**
 * The file with the keys (envoy.service.discovery.v3.DiscoveryResponse). A request without a key goes on;
 * one with a key that nobody has is refused.
 */
export function apiKeys(keys: ApiKeys): JsonObject {
  const type = 'type.googleapis.com/envoy.config.core.v3.TypedExtensionConfig';
  return { resources: [{ '@type': type, ...apiKeyCheck(keys) }] };
}

function apiKeyCheck(keys: ApiKeys) {
  const credentials = Object.entries(keys).flatMap(([client, ofClient]) =>
    ofClient.map((key) => ({ key, client })),
  );
  const filter = extension(filterName, apiKeyAuth, {
    credentials,
    key_sources: [{ header: keyHeader }],
    forwarding: { header: internalHeaders.apiClient, hide_credentials: true },
  });
  const hasKey: JsonObject = {
    single_predicate: {
      input: extension('key', 'envoy.type.matcher.v3.HttpRequestHeaderMatchInput', {
        header_name: keyHeader,
      }),
      value_match: { safe_regex: { google_re2: {}, regex: '.*' } },
    },
  };
  const skip = {
    predicate: { not_matcher: hasKey },
    on_match: {
      action: extension('skip', 'envoy.extensions.filters.common.matcher.action.v3.SkipFilter'),
    },
  };
  const typed_config = {
    '@type': `type.googleapis.com/${withMatcher}`,
    extension_config: filter,
    xds_matcher: { matcher_list: { matchers: [skip] } },
  };
  return { name: filterName, typed_config };
}
