import type { AlertTarget, Settings } from '@recipe-book/settings';
import { ownPrefix } from '../names.ts';

/** How the message of an alert is written; `{...}` is filled in by OpenObserve. */
export interface Template {
  readonly type: 'http' | 'email';
  /** Subject of an e-mail. */
  readonly title: string;
  readonly body: string;
}

/** What both versions fill in for every alert, whatever it asks. */
const about = '{stream_name}, {alert_period} min until {alert_trigger_time_str} UTC';

const templates: Readonly<Record<AlertTarget, Template>> = {
  webhook: {
    type: 'http',
    title: '',
    body: JSON.stringify({
      alert: '{alert_name}',
      stream: '{stream_name}',
      rows: '{rows}',
      runbook: '{runbook}',
      url: '{alert_url}',
      at: '{alert_trigger_time_str}',
    }),
  },
  slack: {
    type: 'http',
    title: '',
    body: JSON.stringify({ text: `*{alert_name}* {rows}\n${about}\n{runbook}\n{alert_url}` }),
  },
  email: {
    type: 'email',
    title: 'Recipe Book: {alert_name}',
    body: `{alert_name}: {rows}<br>${about}<br>{runbook}<br>{alert_url}`,
  },
};

/** Name of the template and of the destination for a target. */
export function nameFor(target: AlertTarget): string {
  return ownPrefix + target;
}

export function wantedTemplates(settings: Settings): ReadonlyMap<string, Template> {
  const targets = settings.OPENOBSERVE_ALERTS_TO ?? [];
  return new Map(targets.map((target) => [nameFor(target), templates[target]]));
}
