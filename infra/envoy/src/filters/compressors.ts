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

/** Shorter answers hardly get smaller; bytes (REQ-018 FR-018-5). */
const minContentLength = 1024;

/**
 * Compresses JSON and text above 1 KB in the way that the client likes best (RFC 9110, section
 * 12.5.3), brotli where it likes all the same. What the app has compressed itself is left as it is.
 */
export function compressorFilters(settings: Settings): JsonObject[] {
  if (!settings.ENABLE_COMPRESSION) return [];
  return [
    compressor(brotli, { first: true, last: false }),
    compressor(zstd, { first: false, last: false }),
    compressor(gzip(settings.COMPRESSION_LEVEL), { first: false, last: true }),
  ];
}
const zstd = extension('zstd', 'envoy.extensions.compression.zstd.compressor.v3.Zstd', {
  compression_level: 3,
});

const brotli = extension('brotli', 'envoy.extensions.compression.brotli.compressor.v3.Brotli', {
  quality: 4,
});

function gzip(level: number): JsonObject {
  return extension('gzip', 'envoy.extensions.compression.gzip.compressor.v3.Gzip', {
    compression_level: `COMPRESSION_LEVEL_${level}`,
    memory_level: 8,
  });
}

/**
 * @param first whether it is chosen when the client likes several ways the same.
 * @param last whether it stands nearest to the app, which then learns of no way to compress.
 */
function compressor(
  library: JsonObject,
  { first, last }: { first: boolean; last: boolean },
): JsonObject {
  return extension(
    `envoy.filters.http.compressor`,
    'envoy.extensions.filters.http.compressor.v3.Compressor',
    {
      response_direction_config: {
        common_config: {
          min_content_length: minContentLength,
          // By prefix: a type may carry a charset.
          content_type_matcher: contentTypes.map((prefix) => ({ prefix })),
        },
        weaken_etag_on_compress: true,
        remove_accept_encoding_header: last,
      },
      compressor_library: library,
      choose_first: first,
    },
  );
}
