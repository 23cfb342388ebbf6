import { extension, type JsonObject } from '../json.ts';

/** What a request id may look like to be kept: the client's own or a new UUID. */
const requestIdPattern = '[A-Za-z0-9._~:+/=-]{8,128}';

/**
 * Gives a new request id to requests that came with an ill-formed one.
 * A well-formed one, which Envoy may have made itself, is kept.
 */
export function requestIdFilter(): JsonObject {
  const wellFormed: JsonObject = {
    predicate: {
      single_predicate: {
        input: extension('request-id', 'envoy.type.matcher.v3.HttpRequestHeaderMatchInput', {
          header_name: 'x-request-id',
        }),
        value_match: { safe_regex: { google_re2: {}, regex: requestIdPattern } },
      },
    },
    on_match: {
      action: extension('skip', 'envoy.extensions.filters.common.matcher.action.v3.SkipFilter'),
    },
  };
  return extension('request-id', 'envoy.extensions.common.matching.v3.ExtensionWithMatcher', {
    extension_config: extension(
      'envoy.filters.http.header_mutation',
      'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation',
      {
        mutations: {
          request_mutations: [
            {
              append: {
                header: { key: 'x-request-id', value: '%UNIQUE_ID%' },
                append_action: 'OVERWRITE_IF_EXISTS_OR_ADD',
              },
            },
          ],
        },
      },
    ),
    xds_matcher: { matcher_list: { matchers: [wellFormed] } },
  });
}
