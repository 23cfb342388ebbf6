import { environments } from '@recipe-book/settings';
import { greeterManifest } from '../../examples/greeter/manifest.ts';
import { type EnvironmentOptions, environmentOptions } from '../environments.ts';
import { manifests } from '../manifests.ts';
import { type Target, targetOf } from '../target.ts';

const { production } = environmentOptions;

/** Production with what no environment makes use of by itself. */
const otherwise: EnvironmentOptions = {
  ...production,
  namespace: 'otherwise',
  exposure: { kind: 'load-balancer', tlsSecret: 'recipe-book-tls' },
  secretVersion: '2',
  app: { ...production.app, priorityClass: 'important' },
};
const settings = {
  TRUSTED_PROXY_HOPS: '0',
  API_KEYS_FILE: 'keys.json',
  REDIS_URL: 'rediss://redis.example:6380',
  REDIS_TLS_CA_FILE: '/home/ada/ca.crt',
  REDIS_USERNAME: 'app',
  OPENOBSERVE_URL: 'https://openobserve.example',
  S3_ENDPOINT: 'https://s3.example',
  S3_BUCKET: 'pictures',
  MAIL_FROM: 'cook@recipes.example',
  PUBLIC_URL: 'https://recipes.example',
};

/** The manifests of every environment, of another one and of the example, as one text each, by name. */
export const allManifests: ReadonlyMap<string, string> = new Map([
  ...environments.map((environment) => [environment, textOf(targetOf(environment, {}))] as const),
  ['otherwise', textOf(targetOf('production', settings, otherwise))],
  ['greeter', greeterManifest()],
]);

function textOf(target: Target): string {
  return [...manifests(target).values()].join('---\n');
}
