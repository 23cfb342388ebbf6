import { setTimeout as delay } from 'node:timers/promises';
import { components, ports, sidecarPorts } from '@recipe-book/cdk8s';
import { rateLimitConversions, rateLimitProbe, recipeBook } from '@recipe-book/envoy';
import { componentLabel, livingPods, type Pod, statusesOf } from '../about/pods.ts';
import type { AppState, EnvoyState, RatelimitState, Snapshot } from '../snapshot.ts';
import { askPod, type PodAnswer, type PodRequest } from './ask-pod.ts';
import type { Reader } from './reader.ts';

/** How long Envoy is watched for requests that pass uncounted, milliseconds. */
const watched = 2000;

type Parts = Pick<Snapshot, 'envoys' | 'apps' | 'ratelimits'>;

/** What Envoy, the app and the ratelimit service say of themselves, each pod for itself. */
export async function readParts(reader: Reader, live: Snapshot['live']): Promise<Parts> {
  const envoys = running(live, components.app, 'envoy');
  const ratelimits = running(live, components.ratelimit, 'ratelimit');
  const [ofEnvoys, ofApps, ofRatelimits] = await Promise.all([
    each(envoys, (pod) => envoyState(reader, pod)),
    each(envoys, (pod) => appState(reader, pod)),
    each(ratelimits, (pod) => ratelimitState(reader, pod)),
  ]);
  return { envoys: ofEnvoys, apps: ofApps, ratelimits: ofRatelimits };
}

function running(live: Snapshot['live'], component: string, container: string): string[] {
  return livingPods({ live })
    .filter(({ metadata }) => metadata.labels?.[componentLabel] === component)
    .filter((pod: Pod) =>
      statusesOf(pod).some(({ name, state }) => name === container && state?.running),
    )
    .map(({ metadata }) => metadata.name);
}

async function each<T>(
  pods: readonly string[],
  ask: (pod: string) => Promise<T | undefined>,
): Promise<Map<string, T>> {
  const answers = await Promise.all(pods.map(async (pod) => [pod, await ask(pod)] as const));
  return new Map(answers.flatMap(([pod, answer]) => (answer === undefined ? [] : [[pod, answer]])));
}

async function envoyState(reader: Reader, pod: string): Promise<EnvoyState | undefined> {
  const before = await stats(reader, pod);
  if (!before) return undefined;
  await delay(watched);
  const after = await stats(reader, pod);
  return after && { before, after };
}

const filter = encodeURIComponent(
  `^(${rateLimitConversions.map(({ stat }) => stat.replaceAll('.', '\\.')).join('|')})$`,
);

/** `cluster.ratelimit.membership_total: 2` on each line. */
async function stats(reader: Reader, pod: string): Promise<Map<string, number> | undefined> {
  const answer = await ask(reader, pod, sidecarPorts.envoyAdmin, {
    path: `/stats?filter=${filter}`,
  });
  if (!answer) return undefined;
  if (answer.status !== 200) {
    reader.cannotRead('pods/portforward', `Envoy in ${pod} does not tell its statistics`);
    return undefined;
  }
  const lines = answer.text.matchAll(/^([^:\n]+): (\d+)$/gm);
  return new Map([...lines].map(([, name = '', value]) => [name, Number(value)]));
}

/** The app answers 503 when the database is away, with the same body. */
async function appState(reader: Reader, pod: string): Promise<AppState | undefined> {
  const answer = await ask(reader, pod, sidecarPorts.envoyProbes, { path: '/health' });
  try {
    const { checks } = JSON.parse(answer?.text ?? '') as { checks?: AppState };
    return checks;
  } catch {
    // It does not run; its pod says so.
    return undefined;
  }
}

/** Asks as Envoy's own probe does: what it counts nobody reaches. */
async function ratelimitState(reader: Reader, pod: string): Promise<RatelimitState | undefined> {
  const { path, body } = rateLimitProbe;
  const answer = await ask(reader, pod, ports.ratelimitHttp, {
    method: 'POST',
    path,
    body: body(recipeBook.name),
  });
  return (
    answer && { text: answer.text, ...(answer.status !== undefined && { status: answer.status }) }
  );
}

/** The answer of a pod; `undefined` when it may not be asked. */
async function ask(
  reader: Reader,
  pod: string,
  port: number,
  request: PodRequest,
): Promise<PodAnswer | undefined> {
  const { kubeConfig, namespace } = reader;
  const answer = await askPod(kubeConfig, { namespace, pod, port }, request);
  if (answer.refused === undefined) return answer;
  reader.cannotRead('pods/portforward', answer.refused);
  return undefined;
}
