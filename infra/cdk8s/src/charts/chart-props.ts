import type { ChartProps } from 'cdk8s';
import { appImage, tagOf } from '../app-image.ts';
import type { Target } from '../target.ts';

/** What all objects of an environment have in common. */
export function chartProps({ environment, options }: Target): ChartProps {
  return { namespace: options.namespace, labels: commonLabels(environment) };
}

/** Labels of every object; Services and policies do not select by them. */
export function commonLabels(environment: string): Record<string, string> {
  return {
    'app.kubernetes.io/part-of': 'recipe-book',
    'app.kubernetes.io/managed-by': 'cdk8s',
    'recipe-book/environment': environment,
  };
}

/**
 * Annotation of pods that read the Secret at their start. Redis has none: its servers know each other by the
 * password, so one with a new one would be alone among the others (docs/redis.md, "Another password").
 */
export function secretVersion({ options }: Target): { podAnnotations?: Record<string, string> } {
  const { secretVersion: version } = options;
  return version === undefined ? {} : { podAnnotations: { 'recipe-book/secret-version': version } };
}

/** Labels of the app's pods besides the ones that select them. */
export function appPodLabels({ settings }: Target): Record<string, string> {
  return {
    'app.kubernetes.io/part-of': 'recipe-book',
    'app.kubernetes.io/version': tagOf(appImage(settings)),
  };
}
