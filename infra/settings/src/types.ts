import { z } from 'zod';

/** Seconds in each unit that a duration may be written in. */
const unitSeconds = {
  s: 1,
  sec: 1,
  m: 60,
  min: 60,
  h: 3600,
  d: 86_400,
} as const;

/** A length of time such as `30s`, `15min`, `1h` or `14d`, as seconds. */
export const duration = z
  .string()
  .regex(/^[1-9]\d{0,8}(s|sec|m|min|h|d)$/)
  .transform((text) => {
    const [, count, unit] = /^(\d+)([a-z]+)$/.exec(text) ?? [];
    return Number(count) * unitSeconds[unit as keyof typeof unitSeconds];
  });
export const durationAllowed = 'a number with a unit: s, min, h or d, such as 30s, 15min, 1h';

/** A file size such as `512k`, `20m` or `1g`, as bytes. */
export const fileSize = z
  .string()
  .regex(/^[1-9]\d{0,5}[kmg]$/)
  .transform((text) => {
    const factor = { k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
    return Number(text.slice(0, -1)) * factor[text.slice(-1) as keyof typeof factor];
  });
export const fileSizeAllowed = 'a number with a unit: k, m or g, such as 20m';

/** A whole number within bounds, written in plain digits. */
export function integer(min: number, max: number) {
  return z
    .string()
    .regex(/^\d{1,10}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max));
}
export function integerAllowed(min: number, max: number): string {
  return `a whole number from ${min} to ${max}`;
}

/** A share such as `0.1`, from 0 to 1. */
export const ratio = z
  .string()
  .regex(/^(0(\.\d+)?|1(\.0+)?|\.\d+)$/)
  .transform(Number);
export const ratioAllowed = 'a number from 0 to 1, such as 0.1';

/** `true` or `false`. */
export const flag = z.enum(['true', 'false']).transform((text) => text === 'true');
export const flagAllowed = 'true or false';

/** A URL with one of the given schemes, kept as text. */
export function urlOf(...schemes: string[]) {
  return z
    .string()
    .refine((text) => schemes.includes(URL.parse(text)?.protocol.slice(0, -1) ?? ''));
}
export function urlAllowed(...schemes: string[]): string {
  return `a URL that starts with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`;
}

/** A host and a port. */
export interface HostPort {
  /** Host name, or IP address without brackets. */
  readonly address: string;
  readonly port: number;
}

/** `host:port` pairs parted by commas; an IPv6 address stands in brackets. */
export const hostPorts = z
  .string()
  .regex(/^(\[[\da-fA-F:.]+\]|[\w.-]+):\d{1,5}(,(\[[\da-fA-F:.]+\]|[\w.-]+):\d{1,5})*$/)
  .transform((text) => text.split(',').map(hostPort))
  .refine((all) => all.every(({ port }) => port > 0 && port < 65_536));
export const hostPortsAllowed = 'host:port, parted by commas, such as redis-1:26379,redis-2:26379';

function hostPort(text: string): HostPort {
  const at = text.lastIndexOf(':');
  const address = text.slice(0, at).replace(/^\[(.*)\]$/, '$1');
  return { address, port: Number(text.slice(at + 1)) };
}

/** `key=value` pairs parted by commas, values percent-encoded (OpenTelemetry specification, SDK environment variables). */
export const keyValueList = z
  .string()
  .regex(/^[^=,\s]+=[^,]*(,[^=,\s]+=[^,]*)*$/)
  .transform((text, context) => {
    try {
      return Object.fromEntries(
        text.split(',').map((pair) => {
          const at = pair.indexOf('=');
          return [pair.slice(0, at).trim(), decodeURIComponent(pair.slice(at + 1).trim())];
        }),
      );
    } catch {
      context.addIssue('a value is not percent-encoded correctly');
      return z.NEVER;
    }
  });

/** An origin as browsers send it (RFC 6454): scheme, host and, unless it is the usual one, port. Never `*`. */
export const origin = z
  .string()
  .refine((text) => /^https?:\/\/[\w.:[\]-]+$/.test(text) && URL.parse(text)?.origin === text);
export const originAllowed = 'origins such as https://recipes.example, without a path';

/** Values parted by commas. */
export function listOf(schema: z.ZodType<string, string>) {
  return z
    .string()
    .transform((text) => text.split(',').map((item) => item.trim()))
    .pipe(z.array(schema));
}
