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
  return [
    { component: components.ratelimit, port: ports.ratelimitGrpc },
    { component: components.ratelimit, port: ports.ratelimitHttp },
    ...redisPeers(target),
    databasePeer(target),
    ...telemetryPeers(target),
    ...(settings.S3_ENDPOINT !== undefined ? [{ port: portOf(settings.S3_ENDPOINT) }] : []),
    ...(settings.SMTP_URL !== undefined ? submission.map((port) => ({ port })) : []),
    // Recipes and pictures that users import by their addresses.
    ...(options.webEgress ? [http, https].map((port) => ({ internet: true, port })) : []),
  ];
}

/** Where telemetry goes. */
export function telemetryPeers({ settings, runs }: Target): Peer[] {
  if (runs.openobserve) return [{ component: components.openobserve, port: ports.openobserve }];
  const backend = telemetryBackend(settings);
  return backend === undefined ? [] : [{ port: portOf(backend) }];
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? https : http);
}
