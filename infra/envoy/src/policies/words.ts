import { type Client, oneClient, type Policy, type Scope } from './policy.ts';

/** The policies for people, one row each below a row of heads. */
export function policyRows(policies: readonly Policy[]): string[][] {
  const heads = ['policy', 'limit', 'for each', 'of', 'otherwise'];
  return [
    heads,
    ...policies.map((policy) => [
      policy.name,
      limitInWords(policy.requests, policy.windowSeconds),
      clientInWords(policy.client),
      scopeInWords(policy.scope),
      otherwiseInWords(policy),
    ]),
  ];
}

/** Such as `100 in 15 min`. */
export function limitInWords(requests: number | 'unlimited', windowSeconds: number): string {
  return `${requests} in ${lengthInWords(windowSeconds)}`;
}

function lengthInWords(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400} d`;
  if (seconds % 3600 === 0) return `${seconds / 3600} h`;
  return seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`;
}

function clientInWords(client: Client): string {
  switch (client.by) {
    case 'everyone':
      return 'all together';
    case 'address': {
      const { ipv4, ipv6 } = client.network ?? oneClient;
      const network = `address (/${ipv4}, IPv6 /${ipv6})`;
      return client.anonymousOnly ? `${network} without a token` : network;
    }
    case 'claim':
      return `claim ${client.claim}`;
    case 'header':
      return `header ${client.header}`;
    case 'user':
      return 'user';
    case 'api-key':
      return 'API key';
  }
}

function scopeInWords({ paths, except, methods, contentTypes }: Scope): string {
  return [
    ...(methods ? [methods.join(', ')] : []),
    paths.join(', '),
    ...(except ? [`but ${except.join(', ')}`] : []),
    ...(contentTypes ? [`as ${contentTypes.join(', ')}`] : []),
  ].join(' ');
}

function otherwiseInWords(policy: Policy): string {
  const { cost, tiers, allow, shadow, whenUnavailable } = policy;
  return [
    ...(shadow ? ['refuses nothing (shadow)'] : []),
    ...(cost ? [`each costs ${cost}`] : []),
    ...Object.entries(tiers?.requests ?? {}).map(
      ([value, requests]) => `${requests} where ${tiers?.claim} is ${value}`,
    ),
    ...(allow ? [`not from ${allow.join(', ')}`] : []),
    ...(whenUnavailable === 'deny' ? ['503 while nobody counts'] : []),
  ].join('; ');
}
