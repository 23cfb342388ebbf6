import type { Settings } from '@recipe-book/settings';
import { extension, type JsonObject } from '../json.ts';

const contentTypes = [
  'application/json',
  'application/problem+json',
  'application/javascript',
  'application/manifest+json',
  'image/svg+xml',
  'text/css',
  'text/html',
  'text/javascript',
  'text/plain',
  'text/xml',
];

const name = 'envoy.filters.http.compressor';
const types = 'envoy.extensions.filters.http.compressor.v3';

/** gzip for JSON and text above 1 KB (REQ-018 FR-018-5); decision 17 says why nothing else. */
export function compressorFilter(settings: Settings): JsonObject {
  return extension(name, `${types}.Compressor`, {
    response_direction_config: {
      common_config: {
        min_content_length: 1024,
        // By prefix: a type may carry a charset.
        content_type_matcher: contentTypes.map((prefix) => ({ prefix })),
      },
      weaken_etag_on_compress: true,
      remove_accept_encoding_header: true,
    },
    compressor_library: extension('gzip', 'envoy.extensions.compression.gzip.compressor.v3.Gzip', {
      compression_level: `COMPRESSION_LEVEL_${settings.COMPRESSION_LEVEL}`,
      memory_level: 8,
      // As far back as gzip can look. By default Envoy looks back 4 KiB, and large answers are a tenth larger.
      window_bits: 15,
    }),
  });
}

/** For routes of files that the app keeps compressed: it is told what the client takes. */
export function compressedByApp({ ENABLE_COMPRESSION }: Settings): JsonObject {
  if (!ENABLE_COMPRESSION) return {};
  return {
    [name]: {
      '@type': `type.googleapis.com/${types}.CompressorPerRoute`,
      overrides: { response_direction_config: { remove_accept_encoding_header: false } },
    },
  };
}
