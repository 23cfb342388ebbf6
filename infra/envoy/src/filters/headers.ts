import { extension, type JsonObject } from '../json.ts';
import { internalHeaders } from '../names.ts';

/** Tells the app the client's address, and the client the id of its trace. */
export function headersFilter(): JsonObject {
  const set = (key: string, value: string): JsonObject => ({
    append: { header: { key, value }, append_action: 'OVERWRITE_IF_EXISTS_OR_ADD' },
  });
  return extension(
    'envoy.filters.http.header_mutation',
    'envoy.extensions.filters.http.header_mutation.v3.HeaderMutation',
    {
      mutations: {
        request_mutations: [
          set(internalHeaders.clientAddress, '%DOWNSTREAM_REMOTE_ADDRESS_WITHOUT_PORT%'),
        ],
        response_mutations: [set('x-trace-id', '%TRACE_ID%')],
      },
    },
  );
}
