import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@recipe-book/settings';
import type { ToolPaths } from '@recipe-book/tools';
import type { StackPaths } from './paths.ts';
import { sharedPorts } from './ports.ts';
import { writeSecretConfig } from './write-config.ts';

/** The settings that name the OpenObserve of the stack. */
export type OwnOpenObserve = Readonly<
  Record<'OPENOBSERVE_URL' | 'OPENOBSERVE_USERNAME' | 'OPENOBSERVE_PASSWORD', string>
>;

/**
 * The OpenObserve that the stack starts; `undefined` when there is no such program, or when the settings
 * name another place for telemetry.
 */
export function ownOpenObserve(
  settings: Settings,
  tools: ToolPaths,
  paths: StackPaths,
): OwnOpenObserve | undefined {
  const isElsewhere = settings.OPENOBSERVE_URL ?? settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (tools['openobserve'] === undefined || isElsewhere !== undefined) return undefined;
  return {
    OPENOBSERVE_URL: `http://localhost:${sharedPorts(settings.INGRESS_PORT).openobserve}`,
    OPENOBSERVE_USERNAME: settings.OPENOBSERVE_USERNAME,
    OPENOBSERVE_PASSWORD: keptPassword(passwordFile(paths)),
  };
}

/** Holds the password of its first user, for its owner alone. */
export function passwordFile({ keys }: StackPaths): string {
  return join(keys, 'openobserve-password');
}

/** OpenObserve takes the password at its first start alone, so it lasts as long as the data beside it. */
function keptPassword(file: string): string {
  // It asks for a small and a capital letter, a digit and a sign.
  if (!existsSync(file)) writeSecretConfig(file, `${randomBytes(24).toString('base64url')}-aA1\n`);
  return readFileSync(file, 'utf8').trim();
}
