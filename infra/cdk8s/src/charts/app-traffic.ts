import type { Peer } from '../constructs/traffic.ts';
import { components, ports } from '../names.ts';
import { type Target, telemetryBackend } from '../target.ts';
import { redisPeers } from './redis-peers.ts';

const https = 443;
/** Ports on which mail servers take mails to be sent: with TLS at once, and with STARTTLS (RFC 8314). */
const submission = [465, 587];

/** What the containers of the app's pod connect to. */
export function appPeers(target: Target): Peer[] {
  const { settings, options } = target;
  const backend = telemetryBackend(settings);
  return [
    { component: components.ratelimit, port: ports.ratelimitGrpc },
    { component: components.ratelimit, port: ports.ratelimitHttp },
    ...redisPeers(target),
    options.mongodb.kind === 'in-cluster'
      ? { component: components.mongodb, port: ports.mongodb }
      : { port: options.mongodb.port },
    ...(backend ? [{ port: portOf(backend) }] : []),
    ...(settings.S3_ENDPOINT !== undefined ? [{ port: portOf(settings.S3_ENDPOINT) }] : []),
    ...(settings.SMTP_URL !== undefined ? submission.map((port) => ({ port })) : []),
  ];
}

function portOf(url: string): number {
  const { port, protocol } = new URL(url);
  return Number(port) || (protocol === 'https:' ? https : 80);
}
