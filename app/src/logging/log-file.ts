import { closeSync, fstatSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from '@recipe-book/settings';
import { type Period, periodOf, rotatedName, tidy } from './rotated-files.ts';

type FileSettings = Pick<Settings, 'LOG_MAX_SIZE' | 'LOG_MAX_FILES' | 'LOG_DATE_PATTERN'>;

/** How long a file that cannot be written is left alone, milliseconds. */
const retryDelay = 5000;

/** Lines have addresses of clients, which are not for everybody. */
const permissions = 0o640;

/** Where a log file is, what it is called, and whom it tells what goes wrong with it. */
export interface LogFileOptions {
  /** Exists. */
  readonly folder: string;
  /** Without extension, such as `combined`. */
  readonly name: string;
  /** Takes one sentence for people; default: the standard error output. */
  readonly tell?: (sentence: string) => void;
}

/**
 * A log file that is put aside at the end of its day or hour, and earlier when it grows too big; what was put
 * aside is compressed, and removed after LOG_MAX_FILES. Writes are synchronous, as those to the standard
 * output are, so nothing is lost however the process ends. While it cannot be written, as on a full disk, its
 * lines are left out and it is tried again.
 */
export class LogFile {
  readonly #folder: string;
  readonly #name: string;
  readonly #path: string;
  readonly #tell: (sentence: string) => void;
  readonly #settings: FileSettings;
  readonly #isHourly: boolean;
  #descriptor: number | undefined;
  /** What the lines of the file belong to. */
  #period: Period;
  #bytes = 0;
  #tidying = Promise.resolve();
  #isFailing = false;
  #missing = 0;
  /** Milliseconds since 1970. */
  #retryAt = 0;

  constructor({ folder, name, tell = tellPeople }: LogFileOptions, settings: FileSettings) {
    this.#folder = folder;
    this.#name = name;
    this.#path = join(folder, `${name}.log`);
    this.#tell = tell;
    this.#settings = settings;
    this.#isHourly = settings.LOG_DATE_PATTERN === 'YYYY-MM-DD-HH';
    this.#period = periodOf(Date.now(), this.#isHourly);
    this.#tidy();
    this.#attempt(() => this.#open());
  }

  /** Never throws. */
  write(line: string): void {
    if (this.#isFailing && Date.now() < this.#retryAt) {
      this.#missing += 1;
      return;
    }
    const isWritten = this.#attempt(() => {
      const isOver = Date.now() >= this.#period.end || this.#bytes >= this.#settings.LOG_MAX_SIZE;
      if (this.#descriptor !== undefined && isOver) this.#putAside();
      this.#append(line);
    });
    if (!isWritten) this.#missing += 1;
    else if (this.#isFailing) this.#recovered();
  }

  /** Waits until all that was put aside is compressed. A line that comes later is still written. */
  async close(): Promise<void> {
    this.#closeFile();
    await this.#tidying;
  }

  #append(line: string): void {
    const descriptor = this.#descriptor ?? this.#open();
    const bytes = Buffer.from(line);
    let at = 0;
    // A disk that is nearly full takes a part.
    while (at < bytes.length) at += writeSync(descriptor, bytes, at);
    this.#bytes += bytes.length;
  }

  #open(): number {
    const descriptor = openSync(this.#path, 'a+', permissions);
    this.#descriptor = descriptor;
    const found = fstatSync(descriptor);
    // Nobody may read from it, and then writing waits for ever, and with it the app.
    if (found.isFIFO()) throw new Error('it is a pipe');
    const { size, mtimeMs } = found;
    this.#bytes = size;
    this.#period = periodOf(size > 0 ? mtimeMs : Date.now(), this.#isHourly);
    if (size > 0) endLine(descriptor, size);
    return descriptor;
  }

  #putAside(): void {
    this.#closeFile();
    renameSync(this.#path, rotatedName(this.#folder, this.#name, this.#period));
    this.#tidy();
  }

  #closeFile(): void {
    const descriptor = this.#descriptor;
    this.#descriptor = undefined;
    if (descriptor !== undefined) closeSync(descriptor);
  }

  #attempt(action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#failed(error);
      return false;
    }
  }

  #failed(error: unknown): void {
    try {
      this.#closeFile();
    } catch {
      // It was of no use anyway.
    }
    this.#retryAt = Date.now() + retryDelay;
    if (this.#isFailing) return;
    this.#isFailing = true;
    this.#tell(
      `The log file ${this.#path} cannot be written (${reason(error)}); its lines are left out until it can.`,
    );
  }

  #recovered(): void {
    this.#isFailing = false;
    this.#tell(`The log file ${this.#path} is written again; ${this.#missing} lines are missing.`);
    this.#missing = 0;
  }

  #tidy(): void {
    this.#tidying = this.#tidying
      .then(() => tidy(this.#folder, this.#name, this.#settings.LOG_MAX_FILES))
      .catch((error: unknown) =>
        this.#tell(`Old log files in ${this.#folder} could not be tidied up (${reason(error)}).`),
      );
  }
}

/** Ends a line that a crash or a full disk has left unfinished, so that the next one is whole. */
function endLine(descriptor: number, size: number): void {
  const last = Buffer.alloc(1);
  readSync(descriptor, last, 0, 1, size - 1);
  if (last.toString() !== '\n') writeSync(descriptor, '\n');
}

function tellPeople(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}

function reason(error: unknown): string {
  return (error as NodeJS.ErrnoException).message;
}
