import { freePort, Program } from '@recipe-book/test/program';

/** A Redis for one test file, without persistence. */
export interface TestRedis {
  readonly url: string;
  readonly port: number;
  /** SIGSTOP makes it hang, SIGCONT go on. */
  signal(name: NodeJS.Signals): void;
  stop(): Promise<void>;
}

/** @param port for a second start on the same address; else any free one. */
export async function startRedis(port?: number): Promise<TestRedis> {
  const used = port ?? (await freePort());
  const program = await Program.start(
    'redis-server',
    ['--port', String(used), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
    /Ready to accept connections/,
  );
  return {
    url: `redis://127.0.0.1:${used}`,
    port: used,
    signal: (name) => program.signal(name),
    stop: () => program.stop(),
  };
}
