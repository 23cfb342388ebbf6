import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { Agent } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ConnectionOptions, connect } from 'node:tls';
import { until } from '@recipe-book/test/until';
import { makeCertificate, type TestCertificate } from '../testing/certificate.ts';
import { type Edge, startEdge } from '../testing/edge.ts';
import { get } from '../testing/get.ts';

let folder: string;
let first: TestCertificate;
let second: TestCertificate;
let edge: Edge | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'certificates-'));
  first = makeCertificate(folder, 'first');
  second = makeCertificate(folder, 'second');
});
afterEach(async () => {
  await edge?.stop();
  edge = undefined;
});
afterAll(() => rmSync(folder, { recursive: true }));

async function startWith(served: string): Promise<Edge> {
  const files = { certificate: join(served, 'tls.crt'), key: join(served, 'tls.key') };
  edge = await startEdge({}, { tls: files });
  return edge;
}

/** A folder with a certificate under the names that are served. */
function served(name: string, { certificate, key }: TestCertificate): string {
  const path = join(folder, name);
  mkdirSync(path);
  cpSync(certificate, join(path, 'tls.crt'));
  cpSync(key, join(path, 'tls.key'));
  return path;
}

/** As `mv` does. */
function moveInto(path: string, file: string, name: string): void {
  cpSync(file, join(path, '.new'));
  renameSync(join(path, '.new'), join(path, name));
}

/** What a new connection is given; rejects when there is none. */
function handshake(port: number, options: ConnectionOptions = {}) {
  const wanted = { ALPNProtocols: ['h2', 'http/1.1'], rejectUnauthorized: false, ...options };
  return new Promise<{ serial: string; version: string | null; protocol: string | false | null }>(
    (resolve, reject) => {
      const socket = connect({ port, host: '127.0.0.1', ...wanted }, () => {
        resolve({
          serial: socket.getPeerCertificate().serialNumber,
          version: socket.getProtocol(),
          protocol: socket.alpnProtocol,
        });
        socket.destroy();
      });
      socket.on('error', reject);
    },
  );
}

test('TLS is 1.3 or 1.2 with strong ciphers, for HTTP/2 and HTTP/1.1', async () => {
  const { port } = await startWith(served('plain', first));
  expect(await handshake(port)).toEqual({
    serial: first.serial,
    version: 'TLSv1.3',
    protocol: 'h2',
  });
  expect(
    await handshake(port, { maxVersion: 'TLSv1.2', ALPNProtocols: ['http/1.1'] }),
  ).toMatchObject({ version: 'TLSv1.2', protocol: 'http/1.1' });
  // SECLEVEL=0 lets the client itself speak what is too old.
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' } as const;
  await expect(handshake(port, old)).rejects.toThrow(/protocol version/);
  for (const ciphers of ['ECDHE-ECDSA-AES128-SHA', 'AES128-GCM-SHA256', 'AES128-SHA']) {
    await expect(handshake(port, { maxVersion: 'TLSv1.2', ciphers })).rejects.toThrow(
      /handshake failure/,
    );
  }
});

test('plain HTTP gets nothing where TLS is expected', async () => {
  const { port, app } = await startWith(served('strict', first));
  await expect(get(port, '/')).rejects.toThrow();
  expect(app.seen).toEqual([]);
});

test('a renewed certificate is given to new connections, and no request is lost', async () => {
  const path = served('moved', first);
  const { port } = await startWith(path);
  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  const outcomes: unknown[] = [];
  let stop = false;
  const client = async () => {
    while (!stop) {
      const one = get(port, '/', { protocol: 'https:', agent });
      outcomes.push(
        await one.then(
          ({ status }) => status,
          (error: unknown) => error,
        ),
      );
    }
  };
  const clients = Promise.all(Array.from({ length: 8 }, client));
  await until('requests flow', 10, () => outcomes.length > 100);
  moveInto(path, second.key, 'tls.key');
  moveInto(path, second.certificate, 'tls.crt');
  await until('the new one is given', 10, async () => {
    return (await handshake(port)).serial === second.serial;
  });
  const before = outcomes.length;
  await until('requests flow on', 10, () => outcomes.length > before + 100);
  stop = true;
  await clients;
  agent.destroy();
  expect(new Set(outcomes)).toEqual(new Set([200]));
}, 30_000);

test('a renewed Secret, which Kubernetes swaps by a link, is given too', async () => {
  const path = join(folder, 'secret');
  mkdirSync(path);
  served('secret/..1', first);
  symlinkSync('..1', join(path, '..data'));
  for (const name of ['tls.crt', 'tls.key']) symlinkSync(join('..data', name), join(path, name));
  const { port } = await startWith(path);
  expect((await handshake(port)).serial).toBe(first.serial);
  served('secret/..2', second);
  symlinkSync('..2', join(path, '..data_tmp'));
  renameSync(join(path, '..data_tmp'), join(path, '..data'));
  await until('the new one is given', 10, async () => {
    return (await handshake(port)).serial === second.serial;
  });
});

test('a key that does not fit is refused, and what was there is given on', async () => {
  const path = served('wrong', first);
  const { port, output } = await startWith(path);
  moveInto(path, second.key, 'tls.key');
  await until('it is refused', 10, () => output().includes('KEY_VALUES_MISMATCH'));
  expect((await handshake(port)).serial).toBe(first.serial);
});
