/** Plain data, as it stands in a generated config file. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** An Envoy extension: a name and its typed configuration. */
export function extension(name: string, type: string, config: JsonObject = {}): JsonObject {
  return { name, typed_config: { '@type': `type.googleapis.com/${type}`, ...config } };
}

/** A protobuf Duration in its JSON form. */
export function seconds(count: number): string {
  return `${count}s`;
}
