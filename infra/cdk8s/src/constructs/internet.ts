import type { k8s } from 'cdk8s-plus-27';

/**
 * What is no public address: networks of one's own, the machine itself, and ways that lead to those by
 * another name (IANA special-purpose address registries, RFC 6890). Here are cluster, nodes and cloud
 * metadata services.
 */
const notPublic = {
  '0.0.0.0/0': [
    '0.0.0.0/8',
    '10.0.0.0/8',
    // Carrier-grade NAT; some clouds have their pods there.
    '100.64.0.0/10',
    '127.0.0.0/8',
    // Metadata of virtual machines.
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
    // Azure's service for the virtual machine, credentials included.
    '168.63.129.16/32',
  ],
  // Without ::ffff:0:0/96: connections there are IPv4, and Kubernetes refuses it as no part of ::/0.
  '::/0': [
    '::/96',
    // IPv4 addresses, private ones too, in another guise: NAT64, Teredo, 6to4.
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '2001::/32',
    '2002::/16',
    '100::/64',
    '2001:db8::/32',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
} as const;

/** The public internet, as an end of connections. */
export const internet: k8s.NetworkPolicyPeer[] = Object.entries(notPublic).map(
  ([cidr, except]) => ({ ipBlock: { cidr, except: [...except] } }),
);
