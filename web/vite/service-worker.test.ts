import { revisionOf } from './service-worker.ts';

test('a page is fetched anew when it changes, and when the policy that comes with it does', () => {
  const revisions = [
    revisionOf('<html>', { 'content-security-policy': "default-src 'self'" }),
    revisionOf('<html>', { 'content-security-policy': "default-src 'none'" }),
    revisionOf('<html lang="en">', { 'content-security-policy': "default-src 'none'" }),
    revisionOf('<html>'),
  ];
  expect(new Set(revisions).size).toBe(4);
  expect(revisionOf('<html>')).toBe(revisions[3]);
});
