import type { z } from 'zod';

/** The three environments that the product is built for. */
export const environments = ['development', 'staging', 'production'] as const;
export type Environment = (typeof environments)[number];

/**
 * The programs that read settings; `make` stands for the local commands, `observe` for `make observe` and
 * its Job in a cluster, `synth` for the manifests.
 */
export type Reader =
  | 'app'
  | 'envoy'
  | 'ratelimit'
  | 'collector'
  | 'redis'
  | 'make'
  | 'observe'
  | 'synth';

/** Text as it would stand in the environment: one for all environments, or one for each. */
export type Default = string | Record<Environment, string>;

/** One environment variable: how it is checked, and what the table in docs/configuration.md says of it. */
export interface Variable<S extends z.ZodType = z.ZodType> {
  /** Turns the text of the environment into the typed value. */
  readonly schema: S;
  /** Absent means "not set": the value is then `undefined`. */
  readonly default?: Default;
  /** What a valid value looks like, in words, for error messages and the table. */
  readonly allowed: string;
  /** Who reads it. */
  readonly readers: readonly Reader[];
  /** What it does, in one sentence. */
  readonly effect: string;
  /** True for passwords and keys: the value never appears in an error. */
  readonly secret?: boolean;
}

export type Variables = Readonly<Record<string, Variable>>;

/** Variables with a default are always set; the others may be `undefined`. */
export type Values<V extends Variables> = {
  readonly [K in keyof V]: V[K] extends { readonly default: Default }
    ? z.output<V[K]['schema']>
    : z.output<V[K]['schema']> | undefined;
};

/** Keeps the literal type of a group of variables while checking its shape. */
export function variables<const V extends Variables>(group: V): V {
  return group;
}
