import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuOf, endedChildrenCpu, mainThreadCpuOf, threadsCpuOf } from './cpu.ts';

const { pid } = process;
/** µs. */
const work = 200_000;

/** Works for a time of this program's own. */
function beBusy(): void {
  const begin = process.cpuUsage();
  const used = () => process.cpuUsage(begin);
  while (used().user + used().system < work);
}

test.each([
  ['a program', cpuOf],
  ['its threads', threadsCpuOf],
  ['its main thread', mainThreadCpuOf],
])('%s has used the time that it worked', (_, cpu) => {
  const before = cpu(pid);
  beBusy();
  const used = cpu(pid) - before;
  // Other threads of this program may have worked meanwhile.
  expect(used).toBeGreaterThan(work / 2);
  expect(used).toBeLessThan(work * 2);
});

test('all threads together have used more than the first', () => {
  expect(threadsCpuOf(pid)).toBeGreaterThan(mainThreadCpuOf(pid));
});

test('a program has used what the kernel says by another way', () => {
  const { user, system } = process.cpuUsage();
  expect(Math.abs(cpuOf(pid) - user - system)).toBeLessThan(30_000);
});

test('a name with blanks and brackets does not matter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recipe-book-cpu-'));
  const named = join(folder, 'a) b (c');
  // Not Node, which gives itself another name.
  symlinkSync('/bin/sh', named);
  const script = 'i=0; while [ $i -lt 200000 ]; do i=$((i + 1)); done; echo done; read -r line';
  const program = spawn(named, ['-c', script]);
  await once(program.stdout, 'data');
  expect(cpuOf(program.pid ?? 0)).toBeGreaterThan(0);
  program.stdin.end();
  await once(program, 'close');
  rmSync(folder, { recursive: true });
});

test('a program that was started counts once it has ended', () => {
  const [own, children] = [cpuOf(pid), endedChildrenCpu()];
  const busy = `const begin = Date.now(); while (Date.now() < begin + ${work / 1000});`;
  spawnSync(process.execPath, ['--eval', busy]);
  expect(endedChildrenCpu() - children).toBeGreaterThan(work / 4);
  expect(cpuOf(pid) - own).toBeLessThan(work);
});

test('of a program that has ended there is none', () => {
  const { pid: ended } = spawnSync('true');
  expect(() => cpuOf(ended)).toThrow('ENOENT');
  expect(() => threadsCpuOf(ended)).toThrow('ENOENT');
});
