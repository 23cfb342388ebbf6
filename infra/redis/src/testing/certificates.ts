import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { remember } from './running.ts';

/** A key and its certificate, as files. */
export interface Certificate {
  readonly certFile: string;
  readonly keyFile: string;
}

/** An authority that is believed by tests alone, in a folder of its own. */
export class TestAuthority {
  readonly caFile: string;
  readonly #folder: string;
  readonly #keyFile: string;

  constructor() {
    remember(this);
    this.#folder = mkdtempSync(join(tmpdir(), 'recipe-book-ca-'));
    this.caFile = join(this.#folder, 'ca.crt');
    this.#keyFile = join(this.#folder, 'ca.key');
    openssl('req', '-x509', ...newKey(this.#keyFile), '-subj', '/CN=test', '-out', this.caFile);
  }

  /** @param names what the certificate is for, such as `IP:127.0.0.1`. */
  issue(name: string, names: string): Certificate {
    const file = (ending: string) => join(this.#folder, `${name}.${ending}`);
    const [certFile, keyFile] = [file('crt'), file('key')];
    writeFileSync(file('ext'), `subjectAltName=${names}\n`);
    openssl('req', ...newKey(keyFile), '-subj', `/CN=${name}`, '-out', file('csr'));
    openssl(
      ...['x509', '-req', '-in', file('csr'), '-extfile', file('ext'), '-out', certFile],
      ...['-CA', this.caFile, '-CAkey', this.#keyFile, '-days', '1'],
    );
    return { certFile, keyFile };
  }

  async stop(): Promise<void> {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function newKey(file: string): string[] {
  return ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-keyout', file];
}

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { stdio: 'pipe' });
}
