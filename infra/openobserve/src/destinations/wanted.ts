import type { AlertTarget, Settings } from '@recipe-book/settings';
import { nameFor } from '../templates/wanted.ts';

/** Where alerts are sent. */
export type Destination = { readonly template: string } & (
  | {
      readonly type: 'http';
      readonly url: string;
      readonly method: 'post';
      readonly skip_tls_verify: false;
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly type: 'email'; readonly emails: readonly string[] }
);

/** By name, in the order of OPENOBSERVE_ALERTS_TO. */
export function wantedDestinations(settings: Settings): ReadonlyMap<string, Destination> {
  const targets = settings.OPENOBSERVE_ALERTS_TO ?? [];
  return new Map(targets.map((target) => [nameFor(target), destination(target, settings)]));
}

function destination(target: AlertTarget, settings: Settings): Destination {
  const template = nameFor(target);
  switch (target) {
    case 'webhook':
      return http(template, settings.OPENOBSERVE_WEBHOOK_URL);
    case 'slack':
      return http(template, settings.OPENOBSERVE_SLACK_URL);
    case 'email':
      return { type: 'email', emails: settings.OPENOBSERVE_ALERT_EMAILS ?? [], template };
  }
}

/** @param url is set, as the settings have checked. */
function http(template: string, url = ''): Destination {
  const headers = { 'Content-Type': 'application/json' };
  return { type: 'http', url, method: 'post', skip_tls_verify: false, headers, template };
}
