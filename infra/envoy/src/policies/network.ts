import { isIP } from 'node:net';

/** What is wrong with a network as CIDR, as the end of a sentence; `undefined` when it is fine. */
export function networkProblem(network: string): string | undefined {
  const [address = '', length = '', ...more] = network.split('/');
  const family = isIP(address);
  const bits = Number(length);
  const isNetwork =
    family !== 0 &&
    !address.includes('%') &&
    more.length === 0 &&
    /^\d+$/.test(length) &&
    bits <= (family === 4 ? 32 : 128);
  if (!isNetwork) return 'must be written like 10.0.0.0/8 or 2001:db8::/32';
  const parts = family === 4 ? numbersOf(address.split('.'), 10, 8) : partsOfIPv6(address);
  if (family === 6 && bits >= 96 && /^0{80}1{16}/.test(parts)) {
    return 'must be written as IPv4, like 10.0.0.0/8, which addresses of IPv4 are compared with';
  }
  return parts.slice(bits).includes('1')
    ? `has bits set behind its first ${bits}; write the network's own address`
    : undefined;
}

/** 128 digits of 0 and 1. */
function partsOfIPv6(address: string): string {
  // Written in its shortest form, without dots.
  const { hostname } = new URL(`http://[${address}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const groups = (text: string) => text.split(':').filter((group) => group !== '');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = Array.from({ length: 8 - before.length - after.length }, () => '0');
  return numbersOf([...before, ...zeros, ...after], 16, 16);
}

function numbersOf(parts: readonly string[], radix: number, width: number): string {
  return parts
    .map((part) => Number.parseInt(part, radix).toString(2).padStart(width, '0'))
    .join('');
}
