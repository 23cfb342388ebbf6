import { extension, type JsonObject } from '../json.ts';

/** What a name of a program may look like to be kept: ASCII, and no longer than those of browsers are. */
const userAgentPattern = '[ -~]{0,512}';

/**
 * Takes an odd `User-Agent` away. Envoy writes its bytes as they are into its span, and one that is not UTF-8 makes
 * a whole batch of spans unreadable (Protocol Buffers ask for UTF-8).
 */
export function userAgentFilter(): JsonObject {
  const wellFormed: JsonObject = {
    predicate: {
      single_predicate: {
        input: extension('user-agent', 'envoy.type.matcher.v3.HttpRequestHeaderMatchInput', {
          header_name: 'user-agent',
        }),
        value_match: { safe_regex: { google_re2: {}, regex: userAgentPattern } },
      },
    },
    on_match: {
      action: extension('skip', 'envoy.extensions.filters.common.matcher.action.v3.SkipFilter'),
    },
  };
  return extension('user-agent', 'envoy.extensions.common.matching.v3.ExtensionWithMatcher', {
    extension_config: extension(
      'envoy.filters.http.header_mutation',
      'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation',
      { mutations: { request_mutations: [{ remove: 'user-agent' }] } },
    ),
    xds_matcher: { matcher_list: { matchers: [wellFormed] } },
  });
}
