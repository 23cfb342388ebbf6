import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { InstallError } from './install-error.ts';
import { Bench, fakeTool, fill } from './testing.ts';
import type { Tool } from './types.ts';

let bench: Bench;
beforeEach(() => {
  bench = new Bench();
});
afterEach(() => bench.clean());

const wants2: Partial<Tool> = {
  path: {
    commands: ['fake', 'fake-too'],
    check: { args: ['--version'], fits: (text) => text.includes('version 2') },
  },
};

describe('a program on the PATH', () => {
  it('is taken when it fits', async () => {
    const file = bench.program('fake', 'version 2');
    expect(await bench.ensure([fakeTool(fill, wants2)])).toEqual({ fake: file });
    expect(bench.lines).toEqual([]);
  });

  it('is taken under another name that it may have', async () => {
    const file = bench.program('fake-too', 'version 2');
    expect(await bench.ensure([fakeTool(fill, wants2)])).toEqual({ fake: file });
  });

  it.each([
    ['is another version', 'version 3', 0],
    ['cannot be run', 'version 2', 1],
  ])('is passed over when it %s', async (_, text, exitCode) => {
    bench.program('fake', text, exitCode);
    const { fake } = await bench.ensure([fakeTool(fill, wants2)]);
    expect(fake).toBe(join(bench.cache.folder, 'tools/fake-1.2/bin/fake'));
  });

  it('is done without when nothing installs it', async () => {
    const { source: _, ...optional } = fakeTool(fill, wants2);
    expect(await bench.ensure([optional])).toEqual({});
    expect(bench.lines).toEqual([]);
  });

  it('is passed over when nothing could tell that it fits', async () => {
    bench.program('fake', 'version 2');
    const { fake } = await bench.ensure([fakeTool()]);
    expect(fake).toContain('fake-1.2');
  });
});

describe('an installation', () => {
  it('happens once, says so, and is then found without a word', async () => {
    await bench.ensure([fakeTool()]);
    expect(bench.lines).toEqual(['installing fake 1.2 …', 'installed fake 1.2 in 0 s']);
    const never = fakeTool(() => Promise.reject(new Error('It was installed again.')));
    await bench.ensure([never]);
    expect(bench.lines).toHaveLength(2);
  });

  it('that failed half-way is not taken for done', async () => {
    const half = fakeTool(async (into) => {
      await fill(into);
      throw new InstallError('fake was not installed: the disk is full.');
    });
    await expect(bench.ensure([half])).rejects.toThrow('fake was not installed: the disk is full.');
    expect(readdirSync(join(bench.cache.folder, 'tools'))).toEqual([]);
    const { fake = '' } = await bench.ensure([fakeTool()]);
    expect(readFileSync(fake, 'utf8')).toBe('a program');
  });

  it('whose run was killed is not taken for done, and its leftovers go', async () => {
    const left = join(bench.cache.folder, 'tools/.tmp-fake-1.2-99999999');
    mkdirSync(left, { recursive: true });
    const half = join(bench.cache.folderOf(fakeTool()), 'bin');
    mkdirSync(half, { recursive: true });
    await fill(join(half, '..'));
    await bench.ensure([fakeTool()]);
    expect(bench.lines).toContain('installed fake 1.2 in 0 s');
    expect(existsSync(left)).toBe(false);
  });

  it('that lost a file is done anew', async () => {
    const { fake = '' } = await bench.ensure([fakeTool()]);
    rmSync(fake);
    await bench.ensure([fakeTool()]);
    expect(existsSync(fake)).toBe(true);
  });

  it('that brings no command is an error', async () => {
    await expect(bench.ensure([fakeTool(async () => undefined)])).rejects.toThrow('lacks fake');
  });

  it('that fails does not stop the others, and every failure gets its sentence', async () => {
    const failing = (name: string): Tool =>
      fakeTool(
        (_, job) => job.run(process.execPath, ['-e', 'console.log("why"); process.exit(1)']),
        {
          name,
        },
      );
    const work = bench.ensure([failing('one'), failing('two'), fakeTool()]);
    await expect(work).rejects.toThrow(
      /^one was not installed: .* failed; the full log is .*one-1.2.log\.\ntwo was not installed/,
    );
    expect(readFileSync(join(bench.cache.folder, 'logs/one-1.2.log'), 'utf8')).toContain('why');
    expect(bench.lines).toContain('installed fake 1.2 in 0 s');
  });

  it('ends with all its programs when it is stopped', async () => {
    const stop = new AbortController();
    const pidFile = join(bench.folder, 'pid');
    const tool = fakeTool(async (_, job) => {
      const code = `fs.writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)); setInterval(() => {}, 1000)`;
      const work = job.run(process.execPath, ['-e', code]);
      while (!existsSync(pidFile)) await new Promise(setImmediate);
      stop.abort();
      await work;
    });
    await expect(bench.ensure([tool], stop.signal)).rejects.toThrow('aborted');
    const pid = Number(readFileSync(pidFile, 'utf8'));
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });

  it('compiles at most two tools at once', async () => {
    let [now, most] = [0, 0];
    const heavy = ['a', 'b', 'c', 'd'].map((name) =>
      fakeTool(
        async (into, job) => {
          now += 1;
          most = Math.max(most, now);
          await job.run(process.execPath, ['-e', '']);
          now -= 1;
          await fill(into);
        },
        { name, heavy: true },
      ),
    );
    await bench.ensure(heavy);
    expect(most).toBe(2);
  });
});

it('installs once when two runs start at the same time; the second waits and says so', async () => {
  const gate = join(bench.folder, 'gate');
  const count = join(bench.folder, 'count');
  const code = `
    import { appendFileSync, existsSync } from 'node:fs';
    import { setTimeout as pause } from 'node:timers/promises';
    import { ensure } from ${JSON.stringify(join(import.meta.dirname, 'ensure.ts'))};
    import { Cache } from ${JSON.stringify(join(import.meta.dirname, 'cache.ts'))};
    import { plainReporter } from ${JSON.stringify(join(import.meta.dirname, 'reporters/plain.ts'))};
    import { fakeTool, fill } from ${JSON.stringify(join(import.meta.dirname, 'testing.ts'))};
    const tool = fakeTool(async (into) => {
      appendFileSync(${JSON.stringify(count)}, 'x');
      while (!existsSync(${JSON.stringify(gate)})) await pause(10);
      await fill(into);
    });
    await ensure([tool], {
      cache: new Cache(${JSON.stringify(bench.cache.folder)}),
      env: {},
      reporter: plainReporter((line) => process.send(line)),
      signal: new AbortController().signal,
    });
    process.disconnect();`;
  const said: unknown[] = [];
  const runs = [1, 2].map(() => {
    const run = spawn(process.execPath, ['--input-type=module', '-e', code], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    run.on('message', (line) => {
      said.push(line);
      // Opens when one installs and the other waits.
      if (said.length === 2) spawn('touch', [gate]);
    });
    return once(run, 'exit');
  });
  expect(await Promise.all(runs)).toEqual([
    [0, null],
    [0, null],
  ]);
  expect(readFileSync(count, 'utf8')).toBe('x');
  // The two say it at the same time, so either may be heard first.
  expect(said.slice(0, 2).toSorted()).toEqual([
    'installing fake 1.2 …',
    'waiting for another run that installs fake …',
  ]);
});
