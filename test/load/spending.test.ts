import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { spendingUntil } from './spending.ts';

it('reads what runs, and nothing more of what has ended', async () => {
  const { pid: ended } = spawnSync('true');
  const sleeping = spawn('sleep', ['30']);
  const short = spawn('sleep', ['0.1']);
  const programs = { ended, sleeping: sleeping.pid ?? 0, short: short.pid ?? 0 };
  const [none, whole, begun] = await spendingUntil(once(short, 'exit'), programs);
  sleeping.kill();
  expect(none).toEqual({ part: 'ended', cpu: 0, memory: [] });
  expect(whole).toEqual({ part: 'sleeping', cpu: 0, memory: Array(2).fill(expect.any(Number)) });
  expect(begun?.memory).toHaveLength(1);
});
