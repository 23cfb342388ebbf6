import { ConnectionState } from './connection-state.ts';

function make({ initially = true, answers = [] as boolean[] } = {}) {
  const waits: number[] = [];
  let next: (() => void) | undefined;
  let probes = 0;
  const connection = new ConnectionState({
    initially,
    probe: async () => {
      probes += 1;
      return answers.shift() ?? false;
    },
    later: (action, ms) => {
      waits.push(ms);
      next = action;
      return () => {
        next = undefined;
      };
    },
  });
  return {
    connection,
    waits,
    probes: () => probes,
    /** Lets the time pass that is waited for. */
    pass: async () => {
      next?.();
      await new Promise(setImmediate);
    },
  };
}

test('nothing is asked while all is well', async () => {
  const { connection, probes } = make();
  await connection.check();
  expect(connection.getSnapshot()).toBe(true);
  expect(probes()).toBe(0);
});

test('a lost connection is looked for, ever less often, until the server answers', async () => {
  const { connection, waits, pass } = make({ answers: [false, false, false, false, false, true] });
  const seen: boolean[] = [];
  connection.subscribe(() => seen.push(connection.getSnapshot()));
  connection.lost();
  connection.lost();
  for (let time = 0; time < 6; time++) await pass();
  expect(waits).toEqual([3000, 6000, 12_000, 24_000, 30_000, 30_000]);
  expect(seen).toEqual([false, true]);
});

test('a browser that knows of no network is believed, and asked again when it thinks otherwise', async () => {
  const { connection, probes } = make({ initially: false, answers: [true] });
  expect(connection.getSnapshot()).toBe(false);
  await connection.check();
  expect(connection.getSnapshot()).toBe(true);
  expect(probes()).toBe(1);
});
