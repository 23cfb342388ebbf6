import {
  areas,
  type Environment,
  type EnvironmentText,
  loadSettings,
  type Settings,
  SettingsError,
  type Variable,
} from '@recipe-book/settings';
import { targetProblems } from './checks/index.ts';
import { type EnvironmentOptions, environmentOptions } from './environments.ts';
import { components, ports } from './names.ts';
import { isForAnotherBackend, ownOpenObserve, runsOpenObserve } from './openobserve-settings.ts';
import {
  isForAnotherRedis,
  ownRedis,
  podFile,
  redisStandIns,
  runsRedis,
} from './redis-settings.ts';

/** One environment, checked and ready to be turned into manifests. */
export interface Target {
  readonly environment: Environment;
  readonly options: EnvironmentOptions;
  /** As a pod sees them. Secrets are left out or replaced by stand-ins. */
  readonly settings: Settings;
  /** The text of the settings that somebody chose, here or in the shell, with files where a pod finds them; the rest are defaults. */
  readonly chosen: Readonly<Record<string, string>>;
  /** What the environment runs itself of that which settings can name elsewhere. */
  readonly runs: { readonly redis: boolean; readonly openobserve: boolean };
}

/** Every variable that there is, in the order of the docs. */
export const variables: readonly (readonly [string, Variable])[] = Object.values(areas).flatMap(
  (area) => Object.entries<Variable>(area),
);

/** Take the place of secrets that the settings ask for; the pods get the real ones from the Secret. */
const standIns = {
  OPENOBSERVE_PASSWORD: 'in-the-secret',
  OPENOBSERVE_WEBHOOK_URL: 'https://in-the-secret.invalid',
  OPENOBSERVE_SLACK_URL: 'https://in-the-secret.invalid',
  OPENOBSERVE_READER_PASSWORD: 'in-the-secret',
  S3_ACCESS_KEY_ID: 'in-the-secret',
  S3_SECRET_ACCESS_KEY: 'in-the-secret',
  SENTRY_DSN: 'https://in-the-secret@in-the-secret.invalid/1',
};

/** Where a pod finds the environment's own database. What the replica set calls its member is of no concern. */
const ownMongodb = `mongodb://${components.mongodb}:${ports.mongodb}/recipe-book?directConnection=true`;

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
  const given = (name: string) => text[name] || options.settings[name as never];
  const runs = {
    redis: runsRedis(options, given),
    openobserve: runsOpenObserve(environment, options, given('PROFILE')),
  };
  const chosen: Record<string, string> = {};
  for (const [name, variable] of variables) {
    if (variable.secret || isForAnotherRedis(name, options)) continue;
    if (runs.openobserve && isForAnotherBackend(name)) continue;
    const value = given(name);
    if (value) chosen[name] = podFile(name) ?? value;
  }
  if (runs.redis) Object.assign(chosen, ownRedis(options));
  else {
    // A secret elsewhere, but not here, where passwords in it are refused.
    const url = given('REDIS_URL');
    if (url) chosen['REDIS_URL'] = url;
  }
  const settings = loadSettings({
    ...chosen,
    ...redisStandIns(chosen),
    ...(runs.openobserve && ownOpenObserve),
    ...standIns,
    // A sender says that mails are wanted; the settings then ask for what else that takes.
    SMTP_URL: chosen['MAIL_FROM'] && 'smtps://in-the-secret.invalid',
    APP_ENV: environment,
    MONGODB_URI: options.mongodb.kind === 'in-cluster' ? ownMongodb : undefined,
  });
  const target = { environment, options, settings, chosen, runs };
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

/** True when telemetry goes to an OpenObserve, which then is set up. */
export function usesOpenObserve({ settings }: Target): boolean {
  const { OPENOBSERVE_URL, OTEL_EXPORTER_OTLP_ENDPOINT } = settings;
  return OPENOBSERVE_URL !== undefined && OTEL_EXPORTER_OTLP_ENDPOINT === undefined;
}
