import { Writable } from 'node:stream';

export type LogLine = Record<string, unknown>;

/** Keeps log lines instead of writing them. */
export function collectLines(): { lines: LogLine[]; stream: Writable } {
  const lines: LogLine[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  return { lines, stream };
}
