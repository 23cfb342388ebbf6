import { type EnvironmentText, loadSettings, type Settings } from '@recipe-book/settings';
import { Client } from './client/client.ts';
import { converge } from './converge/converge.ts';
import { record, records } from './json.ts';
import { kinds } from './kinds.ts';
import { summary, table } from './report.ts';

/** What a run comes to. */
export interface Run {
  readonly exitCode: 0 | 1;
  /** A line for each thing, and what it comes to. */
  readonly output: string;
  /** What it comes to, alone. */
  readonly summary: string;
}

/** For tests, which wait for nothing. Milliseconds, as in ClientOptions and ConvergeOptions. */
export interface Patience {
  readonly pause: number;
  readonly settle: number;
}

const standard: Patience = { pause: 500, settle: 1500 };

/**
 * Brings OpenObserve to what the product wants of it.
 * @param text environment variables: settings, and DRY_RUN=1 or PRUNE=1.
 * @throws SettingsError, and OpenObserveError when nothing could be done.
 */
export async function observe(text: EnvironmentText, patience = standard): Promise<Run> {
  const settings = loadSettings(text);
  const { OPENOBSERVE_URL: url } = settings;
  if (url === undefined) {
    return impossible('OPENOBSERVE_URL is not set: name the OpenObserve to set up.');
  }
  const { OPENOBSERVE_PASSWORD: password } = settings;
  if (password === undefined) {
    return impossible(
      'OPENOBSERVE_PASSWORD is not set: give the password of OPENOBSERVE_USERNAME.',
    );
  }
  const dryRun = text['DRY_RUN'] === '1';
  const client = new Client({
    url,
    org: settings.OPENOBSERVE_ORG,
    username: settings.OPENOBSERVE_USERNAME,
    password,
    secrets: secretsOf(settings),
    pause: patience.pause,
  });
  // Whatever is wrong with access or address shows here, before anything is changed.
  records(record(await client.get('streams?type=logs'))['list']);
  const results = await converge(kinds(client, settings), {
    dryRun,
    prune: text['PRUNE'] === '1',
    settle: patience.settle,
  });
  const hasFailed = results.some(({ outcome }) => outcome === 'failed');
  const notes = settings.OPENOBSERVE_ALERTS_TO
    ? []
    : ['There are no alerts, because OPENOBSERVE_ALERTS_TO does not say where they go.'];
  const said = [summary(results, dryRun), ...notes];
  return {
    exitCode: hasFailed ? 1 : 0,
    output: [...table(results, dryRun), '', ...said].join('\n'),
    summary: said.join(' '),
  };
}

function impossible(reason: string): Run {
  return { exitCode: 1, output: reason, summary: reason };
}

function secretsOf(settings: Settings): string[] {
  const { OPENOBSERVE_WEBHOOK_URL, OPENOBSERVE_SLACK_URL, OPENOBSERVE_READER_PASSWORD } = settings;
  return [OPENOBSERVE_WEBHOOK_URL, OPENOBSERVE_SLACK_URL, OPENOBSERVE_READER_PASSWORD].filter(
    (one) => one !== undefined,
  );
}
