import { diagnose } from './diagnosis.ts';
import { redaction } from './redact.ts';
import { snapshotWith } from './testing/snapshot.ts';

test('secrets are taken out of whatever a check says', () => {
  const canary = 'canary-4711';
  const why = `the proxy said: ${canary}`;
  const diagnosis = diagnose(
    snapshotWith({
      unreadable: [{ resource: 'pods/log', why }],
      apps: new Map([['recipe-book-1', { [canary]: 'unavailable' }]]),
      redact: redaction([canary]),
    }),
  );
  expect(JSON.stringify(diagnosis)).toContain('the proxy said: [redacted]');
  expect(JSON.stringify(diagnosis)).toContain('cannot reach [redacted]');
  expect(JSON.stringify(diagnosis)).not.toContain(canary);
});
