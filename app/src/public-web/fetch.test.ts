import { once } from 'node:events';
import { createServer } from 'node:http';
import { isAllowed, publicAddresses } from './address.ts';
import { fetchPublic } from './fetch.ts';
import { send } from './send.ts';

const rules = { allowLoopback: false, timeLimit: 5000 };
const wanted = { accept: 'text/html', maxBytes: 1000 };

test.each([
  'http://127.0.0.1/',
  'http://localhost/',
  'http://0.0.0.0/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://017700000001/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://192.168.0.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://192.0.0.8/',
  'http://198.18.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://168.63.129.16/',
  'http://0xa8.63.129.16/',
  'http://[::ffff:168.63.129.16]/',
  'http://100.127.255.254/',
  'http://192.0.0.1/',
  'http://198.19.255.254/',
  'http://[::1]/',
  'http://[::127.0.0.1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[::ffff:8.8.8.8]/',
  'http://[::10.0.0.1]/',
  'http://[64:ff9b::a00:1]/',
  'http://[64:ff9b:1::a00:1]/',
  'http://[64:ff9b::a83f:8110]/',
  'http://[2002:a00:1::]/',
  'http://[2002:7f00:1::1]/',
  'http://[2002:a83f:8110::]/',
  'http://[2001:0:1::1]/',
  'http://[2001::ffff:ffff:f5ff:fffe]/',
  'http://[fe80::1]/',
  'http://[fec0::1]/',
  'http://[fc00::1]/',
  'http://[ff02::1]/',
  'http://[4000::1]/',
])('%s is no public address', async (url) => {
  await expect(fetchPublic(url, wanted, rules)).rejects.toMatchObject({ reason: 'not-public' });
});

test.each([
  'ftp://example.com/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'example.com',
  'http://example.com:8080/',
  'https://example.com:80/',
  'https://user:secret@example.com/',
])('%s is no address of a page', async (url) => {
  await expect(fetchPublic(url, wanted, rules)).rejects.toMatchObject({ reason: 'not-allowed' });
});

test.each(['8.8.8.8', '93.184.216.34', '2606:4700::1111'])('%s is public', (address) => {
  expect(isAllowed(address, rules)).toBe(true);
});

test('one address that is not public is enough to refuse a name', async () => {
  await expect(publicAddresses('localhost', rules)).rejects.toThrow('no public address');
  const addresses = await publicAddresses('localhost', { ...rules, allowLoopback: true });
  expect(addresses.length).toBeGreaterThan(0);
});

test('a connection goes to the address that was checked, whatever the name resolves to', async () => {
  const server = createServer((request, response) => response.end(request.headers.host));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const url = new URL(`http://no-such-name.invalid:${port}/`);
  const pinned = [{ address: '127.0.0.1', family: 4 }];
  const response = await send(url, pinned, 'text/html', AbortSignal.timeout(5000));
  const parts = await response.toArray();
  expect(Buffer.concat(parts).toString()).toBe(`no-such-name.invalid:${port}`);
  server.close();
});

test('a site that never ends its answer is given up', async () => {
  const server = createServer((_request, response) => response.write('<p>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  const page = fetchPublic(`http://127.0.0.1:${port}/`, wanted, {
    allowLoopback: true,
    timeLimit: 200,
  });
  await expect(page).rejects.toMatchObject({ reason: 'too-slow' });
  server.closeAllConnections();
  server.close();
});
