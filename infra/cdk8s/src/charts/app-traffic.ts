import type { Peer } from '../constructs/traffic.ts';
import { components, ports } from '../names.ts';
import { type Target, telemetryBackend } from '../target.ts';
import { databasePeer } from './database-peer.ts';
import { redisPeers } from './redis-peers.ts';

const http = 80;
const https = 443;
/** Ports on which mail servers take mails to be sent: with TLS at once, and with STARTTLS (RFC 8314). */
const submission = [465, 587];

/** What the containers of the app's pod connect to. */
export function appPeers(target: Target): Peer[] {
  const { settings, options } = target;
  const peers: Peer[] = [
    { component: components.ratelimit, port: ports.ratelimitGrpc },
    { component: components.ratelimit, port: ports.ratelimitHttp },
    ...redisPeers(target),
    databasePeer(target),
    ...telemetryPeers(target),
    ...picturePeers(target),
    ...(settings.SMTP_URL !== undefined ? submission.map((port) => ({ port })) : []),
    ...sentryPeers(target),
    // Recipes and pictures that users import by their addresses.
    ...(options.webEgress ? [http, https].map((port) => ({ port, internet: true })) : []),
  ];
  // The web and services in it may have the same port.
  return [...new Map(peers.map((peer) => [JSON.stringify(peer), peer])).values()];
}

function picturePeers({ settings, options }: Target): Peer[] {
  const { S3_ENDPOINT: url } = settings;
  return url === undefined ? [] : [serviceAt(url, options.privateServices?.includes('pictures'))];
}

/** Which host it is stands in the Secret alone. */
function sentryPeers({ settings, options }: Target): Peer[] {
  if (!settings.SENTRY_ENABLED) return [];
  return [{ port: https, ...(!options.privateServices?.includes('sentry') && { internet: true }) }];
}

/** Where telemetry goes. */
export function telemetryPeers({ settings, options, runs }: Target): Peer[] {
  if (runs.openobserve) return [{ component: components.openobserve, port: ports.openobserve }];
  const backend = telemetryBackend(settings);
  return backend === undefined
    ? []
    : [serviceAt(backend, options.privateServices?.includes('telemetry'))];
}

/** At the ports of the web any address would mean metadata services and the whole cluster as well. */
function serviceAt(url: string, isPrivate = false): Peer {
  return { port: portOf(url), ...(!isPrivate && { internet: true }) };
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? https : http);
}
