import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doctor, type Outcome } from '../doctor.ts';

/** Looks at what a kubeconfig leads to. @param kubeConfig its text. */
export async function runDoctor(kubeConfig: string, args: readonly string[]): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-doctor-'));
  const before = process.env['KUBECONFIG'];
  try {
    const file = join(folder, 'kubeconfig');
    writeFileSync(file, kubeConfig);
    process.env['KUBECONFIG'] = file;
    return await doctor(args, {});
  } finally {
    if (before === undefined) delete process.env['KUBECONFIG'];
    else process.env['KUBECONFIG'] = before;
    rmSync(folder, { recursive: true });
  }
}
