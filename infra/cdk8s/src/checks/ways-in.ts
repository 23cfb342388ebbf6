import { nodePortProblems } from '../constructs/sidecar-app-problems.ts';
import type { Target } from '../target.ts';

/** How clients cannot come in. */
export function wayInProblems(target: Target): string[] {
  return [...proxyProblems(target), ...exposureProblems(target), ...tlsProblems(target)];
}

/** A wrong count either puts all clients into one bucket or lets them choose their own. */
function proxyProblems({ environment, settings, options }: Target): string[] {
  const hops = settings.TRUSTED_PROXY_HOPS;
  if (options.exposure.kind === 'ingress' && hops === 0) {
    return [
      `TRUSTED_PROXY_HOPS is 0; behind the ingress controller of ${environment} it must be at least 1, or all clients share one rate limit.`,
    ];
  }
  if (options.exposure.kind !== 'ingress' && hops > 0) {
    return [
      `TRUSTED_PROXY_HOPS is ${hops}; ${environment} has no proxy in front, so it must be 0, or clients can choose their own address.`,
    ];
  }
  return [];
}

function exposureProblems({ environment, options: { exposure } }: Target): string[] {
  const { drainSeconds = 5 } = exposure;
  const isTime = Number.isInteger(drainSeconds) && drainSeconds >= 1 && drainSeconds <= 600;
  return [
    ...(exposure.kind === 'node-port' ? nodePortProblems(exposure.port) : []),
    ...(isTime
      ? []
      : [`drainSeconds is ${drainSeconds}; it must be a whole number of seconds from 1 to 600.`]),
  ].map((text) => `exposure of ${environment}: ${text}`);
}

function tlsProblems({ settings }: Target): string[] {
  return [
    ...(settings.TLS_CERT_FILE === undefined
      ? []
      : ['TLS_CERT_FILE names a file of this machine; for pods name a Secret as "tlsSecret".']),
    ...(settings.ENABLE_HTTP3
      ? ['ENABLE_HTTP3 is true; the manifests open no port of UDP, so it must be false.']
      : []),
  ];
}
