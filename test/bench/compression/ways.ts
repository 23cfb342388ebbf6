import { extension, type JsonObject } from '../../../infra/envoy/src/json.ts';

/** A way to compress: what clients ask for, and Envoy's library for it. */
export interface Way {
  readonly name: string;
  readonly encoding: string;
  readonly library: JsonObject;
}

const packages = 'envoy.extensions.compression';

/** @param window as a power of two, bytes: how far back it looks for what comes again. */
const gzip = (level: number, window = 15): Way => ({
  name: window === 15 ? `gzip ${level}` : `gzip ${level}, window 2^${window}`,
  encoding: 'gzip',
  library: extension('gzip', `${packages}.gzip.compressor.v3.Gzip`, {
    compression_level: `COMPRESSION_LEVEL_${level}`,
    memory_level: 8,
    window_bits: window,
  }),
});
const brotli = (quality: number): Way => ({
  name: `brotli ${quality}`,
  encoding: 'br',
  library: extension('brotli', `${packages}.brotli.compressor.v3.Brotli`, { quality }),
});
const zstd = (level: number): Way => ({
  name: `zstd ${level}`,
  encoding: 'zstd',
  library: extension('zstd', `${packages}.zstd.compressor.v3.Zstd`, { compression_level: level }),
});

export const ways: readonly Way[] = [
  // Envoy's own window.
  gzip(6, 12),
  ...[1, 3, 4, 5, 6, 9].map((level) => gzip(level)),
  ...[1, 3, 4, 5, 6].map(brotli),
  ...[1, 3, 6].map(zstd),
];
