import { closeSync, mkdirSync, openSync, renameSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';

const NEWLINE = 0x0a;
/** A line longer than this is written in pieces, so that memory stays bounded. */
const LONGEST_LINE = 1024 * 1024;
/** Lines kept for the message when a part dies. */
const REMEMBERED = 20;

/**
 * The log of one part: whole lines, appended. At the size limit the file becomes `<file>.1`, in
 * place of the older one. Writes are synchronous, so nothing is lost however this process ends.
 */
export class LogFile {
  readonly #file: string;
  readonly #maxBytes: number;
  #descriptor: number;
  #bytes: number;
  readonly #last: string[] = [];

  constructor(file: string, maxBytes: number) {
    mkdirSync(dirname(file), { recursive: true });
    this.#file = file;
    this.#maxBytes = maxBytes;
    this.#descriptor = openSync(file, 'a');
    this.#bytes = statSync(file).size;
  }

  /** The newest lines, oldest first. */
  get lastLines(): readonly string[] {
    return this.#last;
  }

  /** Forgets the newest lines: what a process says belongs to it alone. */
  forget(): void {
    this.#last.length = 0;
  }

  /** Takes in a stream line by line; an unfinished last line is written when the stream ends. */
  follow(stream: Readable): void {
    let rest: Buffer = Buffer.alloc(0);
    stream.on('data', (chunk: Buffer) => {
      const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = all.lastIndexOf(NEWLINE) + 1;
      if (end > 0) this.#write(all.subarray(0, end));
      rest = all.subarray(end);
      if (rest.length > LONGEST_LINE) flush();
    });
    const flush = (): void => {
      if (rest.length > 0) this.#write(Buffer.concat([rest, Buffer.from('\n')]));
      rest = Buffer.alloc(0);
    };
    stream.once('close', flush);
  }

  close(): void {
    closeSync(this.#descriptor);
  }

  #write(lines: Buffer): void {
    if (this.#bytes > 0 && this.#bytes + lines.length > this.#maxBytes) this.#rotate();
    let written = 0;
    while (written < lines.length) written += writeSync(this.#descriptor, lines, written);
    this.#bytes += lines.length;
    // Only the end can matter; a chunk may hold thousands of lines.
    const texts = lines
      .subarray(-64 * 1024)
      .toString('utf8')
      .split('\n')
      .slice(0, -1);
    this.#last.push(...texts.slice(-REMEMBERED));
    this.#last.splice(0, this.#last.length - REMEMBERED);
  }

  #rotate(): void {
    closeSync(this.#descriptor);
    renameSync(this.#file, `${this.#file}.1`);
    this.#descriptor = openSync(this.#file, 'a');
    this.#bytes = 0;
  }
}
