import type { k8s } from 'cdk8s-plus-27';
import { paths, secret } from '../names.ts';
import { appSocket, kubernetesPlacements } from '../placements.ts';
import { type Target, variables } from '../target.ts';
import { appRedisSecrets } from './redis-access.ts';
import { secretEnv } from './secret-env.ts';

/** File that the private key is mounted as. */
export const privateKeyFile = 'jwt-private-key.pem';

/** Set below, or by the image, or of no use in a pod: what the shell says about them is not for the app. */
const setByPlatform = new Set([
  'HOST',
  'PORT',
  'SOCKET_PATH',
  'JWT_PRIVATE_KEY_FILE',
  'WEB_ROOT',
  'MAIL_OUTBOX',
  'LOG_FILE_PATH',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
]);

/** Attributes that tell the pods' telemetry apart (OpenTelemetry semantic conventions). */
export const resourceEnv: k8s.EnvVar = {
  name: 'OTEL_RESOURCE_ATTRIBUTES',
  value: [
    'service.instance.id=$(POD_NAME)',
    'k8s.pod.name=$(POD_NAME)',
    'k8s.namespace.name=$(POD_NAMESPACE)',
    'k8s.node.name=$(NODE_NAME)',
  ].join(','),
};

/**
 * Environment of the app: what the pod decides, then only the settings that somebody chose. The
 * others have the product's defaults, which the app knows by APP_ENV.
 */
export function appEnvironment(target: Target): k8s.EnvVar[] {
  const { environment, settings, chosen } = target;
  const { collector } = kubernetesPlacements(settings).envoy;
  return [
    { name: 'APP_ENV', value: environment },
    { name: 'SOCKET_PATH', value: appSocket },
    { name: 'JWT_PRIVATE_KEY_FILE', value: `${paths.appKeys}/${privateKeyFile}` },
    {
      name: 'OTEL_EXPORTER_OTLP_ENDPOINT',
      value: `http://${collector.address}:${collector.port}`,
    },
    resourceEnv,
    ...stores(target),
    ...variables
      .filter(([name, { readers }]) => readers.includes('app') && !setByPlatform.has(name))
      .flatMap(([name]) => (chosen[name] === undefined ? [] : [{ name, value: chosen[name] }])),
  ];
}

/** The database, by reference to the Secret unless it is the one without a password. */
export function mongodbEnv({ settings }: Target): k8s.EnvVar {
  return settings.MONGODB_URI === undefined
    ? secretEnv('MONGODB_URI', secret.keys.mongodbUri)
    : { name: 'MONGODB_URI', value: settings.MONGODB_URI };
}

function stores(target: Target): k8s.EnvVar[] {
  const { settings } = target;
  return [
    mongodbEnv(target),
    ...appRedisSecrets(target),
    ...(settings.SMTP_URL !== undefined ? [secretEnv('SMTP_URL', secret.keys.smtpUrl)] : []),
    ...(settings.S3_ENDPOINT !== undefined
      ? [
          secretEnv('S3_ACCESS_KEY_ID', secret.keys.s3AccessKeyId),
          secretEnv('S3_SECRET_ACCESS_KEY', secret.keys.s3SecretAccessKey),
        ]
      : []),
    ...(settings.SENTRY_ENABLED ? [secretEnv('SENTRY_DSN', secret.keys.sentryDsn)] : []),
  ];
}
