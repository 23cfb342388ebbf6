import { BlockList, isIP } from 'node:net';
import { countedValue } from './counted-value.ts';
import { fitsTemplate } from './path-template.ts';
import { type Client, oneClient, type Policy, type Scope } from './policy.ts';

/** A request as the policies see it, its token and its API key verified. */
export interface DescribedRequest {
  readonly method: string;
  /** As the client sent it; may have a query. */
  readonly path: string;
  readonly address: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Claims of the token; absent for anonymous requests. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Name of the client that the API key belongs to. */
  readonly apiClient?: string;
}

/** What a policy does with a request. */
export type Verdict =
  | { readonly counts: false; readonly because: string }
  | {
      readonly counts: true;
      /** Whose bucket it is counted in. */
      readonly client: string;
      readonly requests: number | 'unlimited';
      readonly cost: number;
    };

/** Says what Envoy and the ratelimit service will do, by the policy's words and not by what it is compiled to. */
export function evaluate(policy: Policy, request: DescribedRequest): Verdict {
  const because = outOfScope(policy.scope, request) ?? passes(policy, request);
  if (because !== undefined) return { counts: false, because };
  const client = clientOf(policy.client, request);
  if (client === undefined) return { counts: false, because: absent(policy.client) };
  return { counts: true, client, requests: requestsFor(policy, request), cost: policy.cost ?? 1 };
}

/** The path as Envoy matches it: without query, dots resolved, slashes merged. */
export function normalPath(path: string): string {
  const { pathname } = new URL(path.replace(/^\/+/, '/'), 'http://localhost');
  return pathname
    .replaceAll(/%(2[d-e]|3\d|4[1-9a-f]|5[0-9af]|6[1-9a-f]|7[0-9ae])/gi, decodeURIComponent)
    .replaceAll(/\/{2,}/g, '/');
}

function outOfScope(scope: Scope, { method, path, headers }: DescribedRequest): string | undefined {
  const plain = normalPath(path);
  const fits = (template: string) => fitsTemplate(plain, template);
  if (!scope.paths.some(fits)) return 'the path is another';
  if (scope.except?.some(fits)) return 'the path is excepted';
  const asked = method === 'HEAD' && scope.methods?.includes('GET') ? 'GET' : method;
  if (scope.methods && !scope.methods.includes(asked)) return 'the method is another';
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isOneOf = (wanted: string) =>
    wanted.endsWith('/*')
      ? type.startsWith(wanted.slice(0, -1)) && type.length >= wanted.length
      : type === wanted;
  if (scope.contentTypes && !scope.contentTypes.some(isOneOf)) return 'the content type is another';
  return undefined;
}

function passes({ client, allow }: Policy, request: DescribedRequest): string | undefined {
  if (client.by === 'address' && client.anonymousOnly && request.claims) {
    return 'the request has a valid token';
  }
  return allow && isWithin(request.address, allow) ? 'the address is allowed to pass' : undefined;
}

function isWithin(address: string, networks: readonly string[]): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [prefix = '', length] = network.split('/');
    list.addSubnet(prefix, Number(length), family(prefix));
  }
  // Node takes ::ffff:192.0.2.1 for the IPv4 address in it, Envoy does not.
  const isMapped = address.toLowerCase().startsWith('::ffff:');
  return !isMapped && list.check(address, family(address));
}

function family(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}

function clientOf(client: Client, request: DescribedRequest): string | undefined {
  switch (client.by) {
    case 'everyone':
      return 'everyone';
    case 'address': {
      const { ipv4, ipv6 } = client.network ?? oneClient;
      if (request.address.toLowerCase().startsWith('::ffff:')) return request.address;
      return `${request.address}/${isIP(request.address) === 4 ? ipv4 : ipv6}`;
    }
    case 'user':
      return claimText(request, 'sub');
    case 'claim':
      return claimText(request, client.claim);
    case 'header':
      return counted(request.headers[client.header]);
    case 'api-key':
      return counted(request.apiClient);
  }
}

function claimText({ claims }: DescribedRequest, name: string): string | undefined {
  const value = name
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], claims);
  return typeof value === 'string' ? countedValue(value) : undefined;
}

function counted(value: string | undefined): string | undefined {
  return value === undefined ? undefined : countedValue(value);
}

function absent(client: Client): string {
  const what: Partial<Record<Client['by'], string>> = {
    user: 'the request has no valid token',
    'api-key': 'the request has no API key that is known',
  };
  if (client.by === 'claim') return `the token has no claim "${client.claim}" that is a text`;
  if (client.by === 'header') return `the request has no header "${client.header}"`;
  return what[client.by] ?? 'it has no client';
}

function requestsFor({ tiers, requests }: Policy, request: DescribedRequest): number | 'unlimited' {
  const tier = tiers && claimText(request, tiers.claim);
  if (tier === undefined || !Object.hasOwn(tiers?.requests ?? {}, tier)) return requests;
  return tiers?.requests[tier] ?? requests;
}
