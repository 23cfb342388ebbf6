import { BlockList, isIPv6 } from 'node:net';
import { isAllowed } from '../../../../app/src/public-web/address.ts';
import { internet } from './internet.ts';

/** Whether a policy lets connections to this address through. */
function isReached(address: string): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  const within = (cidrs: readonly string[]) => {
    const list = new BlockList();
    for (const cidr of cidrs) {
      const [net = '', bits] = cidr.split('/');
      if (isIPv6(net) === isIPv6(address)) list.addSubnet(net, Number(bits), family);
    }
    return list.check(address, family);
  };
  return internet.some(
    ({ ipBlock }) => within([ipBlock?.cidr ?? '']) && !within(ipBlock?.except ?? []),
  );
}

test.each(['1.1.1.1', '8.8.8.8', '172.32.0.1', '198.20.0.1', '223.255.255.255', '2606:4700::1111'])(
  '%s is reached',
  (address) => {
    expect(isReached(address)).toBe(true);
    expect(isAllowed(address, { allowLoopback: false })).toBe(true);
  },
);

test.each([
  ...['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '127.0.0.1'],
  ...['169.254.169.254', '168.63.129.16', '198.18.0.1', '198.19.255.255', '0.0.0.0', '224.0.0.1'],
  ...['::1', 'fd00::1', 'fe80::1', '64:ff9b::a00:1', '2002:a00:1::1', '2001:0:a00:1::1', 'ff02::1'],
])('%s is not, as the app would not try either', (address) => {
  expect(isReached(address)).toBe(false);
  expect(isAllowed(address, { allowLoopback: false })).toBe(false);
});

test('what is left out lies within what is let in, or Kubernetes refuses it', () => {
  for (const { ipBlock } of internet) {
    const isV6 = ipBlock?.cidr === '::/0';
    for (const cidr of ipBlock?.except ?? []) {
      expect(isIPv6(cidr.split('/')[0] ?? '')).toBe(isV6);
      expect(cidr).not.toContain('ffff');
    }
  }
});
