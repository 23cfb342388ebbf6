import { execFileSync } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Program } from '@recipe-book/test/program';

/** Fills its disk, writes until a log file says that it cannot be written, makes room, and writes until it can. */
const program = `
  import { readFileSync, rmSync, writeFileSync } from 'node:fs';
  import { loadSettings } from '@recipe-book/settings';
  import { LogFile } from '${new URL('./log-file.ts', import.meta.url)}';
  const folder = process.env.LOG_FILE_PATH;
  const told = [];
  const tell = (sentence) => told.push(sentence);
  const file = new LogFile({ folder, name: 'combined', tell }, loadSettings({}));
  const ballast = process.env.BALLAST;
  // Ten seconds pass between two looks at the clock.
  let now = Date.now();
  Date.now = () => (now += 10_000);
  const log = (isDone) => {
    while (!isDone()) file.write(JSON.stringify({ filler: 'x'.repeat(500) }) + '\\n');
  };
  file.write('{}\\n');
  try {
    writeFileSync(ballast, Buffer.alloc(1e6));
  } catch {}
  let more = 50;
  // Several attempts fail before there is room.
  log(() => told.length > 0 && --more === 0);
  rmSync(ballast);
  log(() => told.length > 1);
  file.write('{"last":true}\\n');
  await file.close();
  const lines = readFileSync(folder + '/combined.log', 'utf8').trimEnd().split('\\n');
  console.log([...told, lines.at(-1)].join('\\n'));
`;

/** Whether this machine lets a test have a file system of its own. */
function canMount(): boolean {
  try {
    const command = ['--mount', '--map-root-user', 'mount', '-t', 'tmpfs', 'x', '/mnt'];
    execFileSync('unshare', command, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Runs it on a small file system; elsewhere on the device that is always full, in place of the file until there is room. */
function runOnFullDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-logs-'));
  const env = { PATH: process.env['PATH'], LOG_FILE_PATH: folder };
  const node = ['--input-type=module', '--eval', program];
  if (!canMount()) {
    const file = join(folder, 'combined.log');
    symlinkSync('/dev/full', file);
    return Program.run(process.execPath, node, { ...env, BALLAST: file });
  }
  const script = 'mount -t tmpfs -o size=64k x "$LOG_FILE_PATH" && exec "$@"';
  const command = ['sh', '-c', script, 'sh', process.execPath, ...node];
  return Program.run('unshare', ['--mount', '--map-root-user', ...command], {
    ...env,
    BALLAST: join(folder, 'ballast'),
  });
}

test('a full disk is told of once, and the file is written again when there is room', async () => {
  const { code, lines } = await runOnFullDisk();
  expect({ code, lines }).toEqual({
    code: 0,
    lines: [
      expect.stringMatching(/combined\.log cannot be written \(ENOSPC.*\); its lines are left out/),
      expect.stringMatching(/combined\.log is written again; \d+ lines are missing\.$/),
      '{"last":true}',
    ],
  });
});
