import {
  areas,
  type Environment,
  type EnvironmentText,
  loadSettings,
  type Settings,
  SettingsError,
  type Variable,
} from '@recipe-book/settings';
import { targetProblems } from './checks.ts';
import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { components, ports } from './names.ts';
import { isForAnotherRedis, podFile, podRedisSettings } from './redis-settings.ts';

/** One environment, checked and ready to be turned into manifests. */
export interface Target {
  readonly environment: Environment;
  readonly options: EnvironmentOptions;
  /** As a pod sees them. Secrets are left out or replaced by stand-ins. */
  readonly settings: Settings;
  /** The text of the settings that somebody chose, here or in the shell, with files where a pod finds them; the rest are defaults. */
  readonly chosen: Readonly<Record<string, string>>;
}

/** Every variable that there is, in the order of the docs. */
export const variables: readonly (readonly [string, Variable])[] = Object.values(areas).flatMap(
  (area) => Object.entries<Variable>(area),
);

/** Take the place of secrets that the settings ask for; the pods get the real ones from the Secret. */
const standIns = {
  OPENOBSERVE_PASSWORD: 'in-the-secret',
  S3_ACCESS_KEY_ID: 'in-the-secret',
  S3_SECRET_ACCESS_KEY: 'in-the-secret',
};

/**
 * Reads the settings of one environment. Secrets in the text are dropped before anything sees them.
 * @param text environment variables, as in `process.env`; an empty value counts as not set.
 * @throws SettingsError that says in one sentence each what cannot be used.
 */
export function targetOf(
  environment: Environment,
  text: EnvironmentText,
  options: EnvironmentOptions = environmentOptions[environment],
): Target {
  const chosen: Record<string, string> = {};
  for (const [name, variable] of variables) {
    if (variable.secret || isForAnotherRedis(name, options)) continue;
    const value = text[name] || options.settings[name as never];
    if (value) chosen[name] = podFile(name) ?? value;
  }
  const settings = loadSettings({
    ...chosen,
    ...podRedisSettings(text, chosen, options),
    ...standIns,
    // A sender says that mails are wanted; the settings then ask for what else that takes.
    SMTP_URL: chosen['MAIL_FROM'] && 'smtps://in-the-secret.invalid',
    APP_ENV: environment,
    MONGODB_URI:
      options.mongodb.kind === 'in-cluster'
        ? `mongodb://${components.mongodb}:${ports.mongodb}/recipe-book`
        : undefined,
  });
  const target = { environment, options, settings, chosen };
  const problems = targetProblems(target);
  if (problems.length > 0) throw new SettingsError(problems);
  return target;
}

/** The Secret with which Envoy itself takes TLS; none when a proxy in front does, or nobody. */
export function tlsSecretOf({ exposure }: EnvironmentOptions): string | undefined {
  return exposure.kind === 'ingress' ? undefined : exposure.tlsSecret;
}

/** True when the Collector sends to a backend and so needs its `Authorization` header. */
export function hasTelemetryBackend({ settings }: Target): boolean {
  return telemetryBackend(settings) !== undefined;
}

/** Where the Collector sends, if anywhere. */
export function telemetryBackend(settings: Settings): string | undefined {
  return settings.OTEL_EXPORTER_OTLP_ENDPOINT ?? settings.OPENOBSERVE_URL;
}
