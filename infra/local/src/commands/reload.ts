import { setTimeout as wait } from 'node:timers/promises';
import { writeLimits } from '../limits.ts';
import { isEnvoyAsStarted } from '../parts/envoy.ts';
import { instancePorts } from '../ports.ts';
import { stackInput } from '../stack.ts';
import { readStatus } from '../supervisor/index.ts';
import { runCommand, UsageError } from './command.ts';

const longestWait = 10_000;

/** `make reload`: gives the running stack the limits as they are now, in the code and in RATE_LIMIT_*. */
await runCommand(async ({ settings, text }) => {
  const input = stackInput(settings, text, {});
  const running = readStatus(input.paths.state);
  if (!running?.running) {
    throw new UsageError(`Nothing runs on port ${settings.INGRESS_PORT}: start with "make up".`);
  }
  const envoys = running.status.parts.filter(({ name }) => /^envoy(-\d+)?$/.test(name));
  const admins = envoys.map((_, at) => instancePorts(settings.INGRESS_PORT, at).envoyAdmin);
  const before = await Promise.all(admins.map(updates));
  writeLimits(input);
  await Promise.all(
    admins.map((admin, at) => taken(admin, before[at] ?? { success: 0, rejected: 0 })),
  );
  const who = admins.length === 1 ? '1 Envoy has' : `${admins.length} Envoys have`;
  console.log(
    `${who} taken the limits of now, and the ratelimit service has them in its file: see "make limits".`,
  );
  if (!isEnvoyAsStarted(input)) {
    console.log(
      'Settings besides the limits differ from those that Envoy was started with: they take "make down" and "make up".',
    );
  }
});

interface Updates {
  readonly success: number;
  readonly rejected: number;
}

/** How often an Envoy has taken and refused new routes. */
async function updates(admin: number): Promise<Updates> {
  const answer = await fetch(
    `http://127.0.0.1:${admin}/stats?filter=rds.*update_(success|rejected)$`,
  );
  const found = Object.fromEntries(
    [...(await answer.text()).matchAll(/update_(\w+): (\d+)/g)].map(([, name, count]) => [
      name,
      count,
    ]),
  );
  return { success: Number(found['success'] ?? 0), rejected: Number(found['rejected'] ?? 0) };
}

async function taken(admin: number, before: Updates): Promise<void> {
  for (const end = Date.now() + longestWait; Date.now() < end; await wait(50)) {
    const now = await updates(admin);
    if (now.rejected > before.rejected) {
      throw new UsageError(
        'Envoy refuses the new routes and keeps the old: see "make logs PART=envoy".',
      );
    }
    if (now.success > before.success) return;
  }
  throw new UsageError(`Envoy has not taken the new routes within ${longestWait / 1000} s.`);
}
