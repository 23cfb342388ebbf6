import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchFailed } from './errors.ts';

/** An address that a connection may be made to. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

/** Which addresses are fetched from, and for how long. */
export interface FetchRules {
  /** RECIPE_IMPORT_ALLOW_LOOPBACK: this machine too, at any port. */
  readonly allowLoopback: boolean;
  /** For all of it: names, redirects and the content, milliseconds. */
  readonly timeLimit: number;
}

/**
 * Looks public, but leads to the host that a virtual machine runs on: Azure gives credentials and the
 * configuration of the machine there.
 */
const hostServices = new Set(['168.63.129.16']);

/** Where all IPv6 addresses are that belong to someone (IANA IPv6 Global Unicast Address Assignments). */
const globalIpv6 = ipaddr.parseCIDR('2000::/3');

/**
 * The addresses of a host, every one of which may be connected to. What is connected to must be one
 * of them and no later answer of the name service: that one could be another.
 * @throws FetchFailed when one of them is not public, or there is none.
 */
export async function publicAddresses(host: string, rules: FetchRules): Promise<Address[]> {
  const name = host.startsWith('[') ? host.slice(1, -1) : host;
  const found = isIP(name) ? [{ address: name, family: isIP(name) }] : await resolve(name);
  for (const { address } of found) {
    if (!isAllowed(address, rules)) {
      throw new FetchFailed('not-public', `${host} is no public address, so it is not read.`);
    }
  }
  return found;
}

async function resolve(name: string): Promise<Address[]> {
  try {
    return await lookup(name, { all: true });
  } catch {
    throw new FetchFailed('not-found', `There is no site named ${name}; check the address.`);
  }
}

/** Whether an address may be connected to: ordinary ones of the public internet only. */
export function isAllowed(
  text: string,
  { allowLoopback }: Pick<FetchRules, 'allowLoopback'>,
): boolean {
  const [withoutZone = ''] = text.split('%');
  if (!ipaddr.isValid(withoutZone)) return false;
  const address = ipaddr.parse(withoutZone);
  const range = address.range();
  if (range === 'loopback') return allowLoopback;
  if (range !== 'unicast') return false;
  if (address.kind() === 'ipv4') return !hostServices.has(address.toString());
  return address.match(globalIpv6);
}
