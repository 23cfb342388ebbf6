import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type EnvironmentText, loadSettings } from '@recipe-book/settings';
import fc from 'fast-check';
import { AccessError, OpenObserveError } from './client/errors.ts';
import { observe, type Run } from './observe.ts';
import { account, StandIn } from './testing/stand-in.ts';

const patience = { pause: 0, settle: 0 };
const webhook = {
  OPENOBSERVE_ALERTS_TO: 'webhook',
  OPENOBSERVE_WEBHOOK_URL: 'https://hooks.example/canary-path',
};
const everything = {
  ...webhook,
  OPENOBSERVE_ALERTS_TO: 'webhook,slack',
  OPENOBSERVE_SLACK_URL: 'https://hooks.slack.example/canary-slack',
  OPENOBSERVE_READER_EMAIL: 'reader@example.com',
  OPENOBSERVE_READER_PASSWORD: 'canary-Reader-1',
};

let standIn: StandIn;
let url: string;
beforeEach(async () => {
  standIn = new StandIn();
  url = await standIn.start();
});
afterEach(() => standIn.stop());

function run(text: EnvironmentText = webhook, server = url): Promise<Run> {
  const login = { OPENOBSERVE_URL: server, OPENOBSERVE_PASSWORD: account.password };
  return observe({ ...login, ...text }, patience);
}

/** How often each outcome stands in the table. */
function outcomes({ output }: Run): Record<string, number> {
  const last = output.split('\n').findLast((line) => /^\d+ .*\.$/.test(line)) ?? '';
  const counts = last.slice(0, -1).split(', ');
  return Object.fromEntries(
    counts.map((one) => [one.replace(/^\d+ /, ''), Number.parseInt(one, 10)]),
  );
}

describe.each(['0.16.3', '0.92.2'] as const)('with OpenObserve %s it', (version) => {
  beforeEach(async () => {
    await standIn.stop();
    standIn = new StandIn(version);
    url = await standIn.start();
  });

  test('makes everything, and the second run changes nothing', async () => {
    const first = await run(everything);
    expect(Object.keys(outcomes(first))).toEqual(['created']);
    expect(first.exitCode).toBe(0);
    const { writes } = standIn;
    const second = await run(everything);
    expect(Object.keys(outcomes(second))).toEqual(['same']);
    expect(outcomes(second)['same']).toBe(outcomes(first)['created']);
    expect(standIn.writes).toBe(writes);
  });

  test('mends everything that has been changed there, and tidies up', async () => {
    await run(everything);
    for (const mishap of Object.values(mishaps)) mishap(standIn);
    expect((await run({ ...webhook, PRUNE: '1' })).exitCode).toBe(0);
    expect(Object.keys(outcomes(await run({ ...webhook, PRUNE: '1' })))).toEqual(['same']);
    expect(duplicates(standIn)).toEqual([]);
  });

  test('tells why something is refused, and makes the rest', async () => {
    const { streams } = standIn;
    const create = streams.create.bind(streams);
    const refusal = {
      status: version === '0.16.3' ? 400 : 422,
      body: 'Json deserialize error: no',
    };
    streams.create = (asked) => (asked.at[0]?.startsWith('v8js') ? refusal : create(asked));
    const { output, exitCode } = await run();
    expect(exitCode).toBe(1);
    expect(output).toMatch(
      /stream +v8js\S+ +failed +POST streams\S+ was answered 4\d\d: Json deserialize error: no/,
    );
    expect(standIn.dashboards.all.size).toBeGreaterThan(2);
  });
});

test('0.92.2 refuses an address within the cluster, and it says which', async () => {
  await standIn.stop();
  standIn = new StandIn('0.92.2');
  url = await standIn.start();
  const text = { ...webhook, OPENOBSERVE_WEBHOOK_URL: 'http://hooks.svc.cluster.local/canary' };
  const { output, exitCode } = await run(text);
  expect(exitCode).toBe(1);
  expect(output).toMatch(
    /destination +recipe_book_webhook +failed +.*answered 400.*cluster\.local/,
  );
  expect(output).not.toContain('canary');
  expect(standIn.dashboards.all.size).toBeGreaterThan(2);
});

test('a weak password for those who look is refused by 0.92.2 alone', async () => {
  const weak = { ...everything, OPENOBSERVE_READER_PASSWORD: 'canary-canary' };
  expect((await run(weak)).exitCode).toBe(0);
  await standIn.stop();
  standIn = new StandIn('0.92.2');
  url = await standIn.start();
  const { output, exitCode } = await run(weak);
  expect(exitCode).toBe(1);
  expect(output).toMatch(/user +reader@example.com +failed +.*policy/);
});

test('keeps logs for 30 days, traces for 14 and metrics for 90 unless told otherwise', async () => {
  await run();
  const retention = (stream: string) => standIn.streams.all.get(stream)?.settings['data_retention'];
  expect(retention('logs/recipe_book_logs')).toBe(30);
  expect(retention('traces/recipe_book_traces')).toBe(14);
  expect(retention('metrics/recipe_book_rate_limit_requests')).toBe(90);
  expect(retention('metrics/http_server_request_duration_bucket')).toBe(90);
  const shorter = await run({ ...webhook, OPENOBSERVE_RETENTION_LOGS: '7' });
  expect(shorter.output).toMatch(/stream +recipe_book_logs +changed +data_retention/);
  expect(retention('logs/recipe_book_logs')).toBe(7);
});

test('a dry run tells what would change, and changes nothing', async () => {
  const text = { ...webhook, DRY_RUN: '1', PRUNE: '1' };
  expect(outcomes(await run(text))).toEqual({ 'to create': expect.any(Number) });
  expect(standIn.writes).toBe(0);
  await run();
  const { writes } = standIn;
  const other = { ...text, OPENOBSERVE_WEBHOOK_URL: 'https://hooks.example/other' };
  const { output } = await run(other);
  expect(output).toMatch(/destination +recipe_book_webhook +to change +url/);
  expect(output).not.toContain('canary');
  expect(standIn.writes).toBe(writes);
});

test('what it made and nobody wants any more is named, and goes when it is told to tidy up', async () => {
  await run(everything);
  const named = await run();
  expect(outcomes(named)).toMatchObject({ unwanted: 2, changed: expect.any(Number) });
  expect(standIn.alerting.destinations.has('recipe_book_slack')).toBe(true);
  expect(outcomes(await run({ ...webhook, PRUNE: '1' }))).toMatchObject({ removed: 2 });
  expect([...standIn.alerting.destinations.keys()]).toEqual(['recipe_book_webhook']);
  expect(Object.keys(outcomes(await run()))).toEqual(['same']);
});

test('without a place to send them to there are no alerts, and it says so', async () => {
  const { output, exitCode } = await run({});
  expect(exitCode).toBe(0);
  expect(output).toContain('OPENOBSERVE_ALERTS_TO');
  expect(standIn.alerting.alerts.size).toBe(0);
});

test('one thing that is refused does not keep the others from being made', async () => {
  const text = {
    ...webhook,
    OPENOBSERVE_ALERTS_TO: 'email',
    OPENOBSERVE_ALERT_EMAILS: 'a@b.example',
  };
  const { output, exitCode } = await run(text);
  expect(exitCode).toBe(1);
  expect(output).toContain('Email destination must have SMTP configured');
  expect(standIn.dashboards.all.size).toBeGreaterThan(2);
});

test('no secret stands in what it says, whatever the server answers', async () => {
  standIn.onWrite = () => ({
    status: 400,
    body: { message: `not ${Object.values(everything).join(' ')} ${account.password}` },
  });
  const { output, exitCode } = await run(everything);
  expect(exitCode).toBe(1);
  expect(output).not.toMatch(/canary|Stand-in-1/);
});

describe('when nothing can be done it says what to put right:', () => {
  test('a wrong password', async () => {
    const failed = run({ OPENOBSERVE_PASSWORD: 'canary' });
    await expect(failed).rejects.toThrow(/does not accept OPENOBSERVE_USERNAME/);
    await expect(failed).rejects.not.toThrow(/canary/);
  });

  test('an organization that is not there', async () => {
    const failed = run({ OPENOBSERVE_ORG: 'nosuchorg' });
    await expect(failed).rejects.toThrow(AccessError);
    await expect(failed).rejects.toThrow(/OPENOBSERVE_ORG/);
  });

  test('nobody at the address', async () => {
    const failed = run(webhook, 'http://127.0.0.1:1');
    await expect(failed).rejects.toThrow(OpenObserveError);
    await expect(failed).rejects.toThrow(/cannot be reached.*OPENOBSERVE_URL/);
  });

  test('a server that is no OpenObserve', async () => {
    const other = createServer((_, response) => response.end('<html></html>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(run(webhook, `http://127.0.0.1:${port}`)).rejects.toThrow(
      /is OPENOBSERVE_URL an OpenObserve/,
    );
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
  });

  test('no address', async () => {
    expect(await observe({}, patience)).toMatchObject({
      exitCode: 1,
      output: expect.stringContaining('OPENOBSERVE_URL is not set'),
    });
  });
});

test('is patient with a server that is busy, and makes nothing twice', async () => {
  const busy = { status: 503, body: 'Service Unavailable' };
  standIn.onWrite = (count) => (count % 3 === 0 ? 'do' : busy);
  expect((await run()).exitCode).toBe(0);
  expect(Object.keys(outcomes(await run()))).toEqual(['same']);
});

test('writes again what is lost although it was answered 200', async () => {
  standIn.onWrite = (count) => (count % 7 === 0 ? 'lose' : 'do');
  expect((await run()).exitCode).toBe(0);
  expect(Object.keys(outcomes(await run()))).toEqual(['same']);
});

/** One thing that may have happened to OpenObserve since the last run. */
type Mishap = (standIn: StandIn) => void;
const mishaps: Record<string, Mishap> = {
  'a dashboard was removed': ({ dashboards }) => removeFirst(dashboards.all),
  'a dashboard was made twice': ({ dashboards }) => copyFirst(dashboards.all),
  'a dashboard was changed': ({ dashboards }) => {
    for (const [id, one] of dashboards.all) {
      dashboards.all.set(id, { ...one, body: { ...one.body, tabs: [] } });
    }
  },
  'an alert was removed': ({ alerting }) => removeFirst(alerting.alerts),
  'an alert was made twice': ({ alerting }) => copyFirst(alerting.alerts),
  'alerts were switched off': ({ alerting }) => {
    for (const [id, one] of alerting.alerts) {
      alerting.alerts.set(id, { ...one, body: { ...one.body, enabled: false } });
    }
  },
  'a destination was changed': ({ alerting }) => {
    for (const [name, one] of alerting.destinations) {
      alerting.destinations.set(name, { ...one, url: 'https://elsewhere.example' });
    }
  },
  'a stream was removed': ({ streams }) => removeFirst(streams.all),
  'settings of streams were changed, with duplicates': ({ streams }) => {
    for (const one of streams.all.values()) {
      const fields = { index_fields: ['a', 'a', 'requestid'], full_text_search_keys: [] };
      one.settings = { data_retention: 3650, ...fields };
      one.cached = one.settings;
    }
  },
};

function removeFirst(things: Map<string, unknown>): void {
  things.delete([...things.keys()][0] ?? '');
}

function copyFirst<T>(things: Map<string, T>): void {
  const [first] = things.values();
  if (first !== undefined) things.set(`copy-${things.size}`, first);
}

/** Fields of this program that stand twice in the settings of a stream. */
function duplicates({ streams }: StandIn): unknown[] {
  return [...streams.all.values()].flatMap(({ settings }) => {
    const all = [settings['index_fields'], settings['full_text_search_keys']].flat();
    return all.filter((one, at) => one !== 'a' && all.indexOf(one) !== at);
  });
}

test('from any earlier state one run with PRUNE suffices, and the next changes nothing', async () => {
  const earlier = fc.record({
    former: fc.constantFrom<EnvironmentText | undefined>(undefined, {}, webhook, everything, {
      ...webhook,
      OPENOBSERVE_RETENTION_LOGS: '5',
    }),
    mishaps: fc.subarray(Object.keys(mishaps)),
    now: fc.constantFrom<EnvironmentText>({}, webhook, everything),
    /** Every so many writes one is lost; 0: none. */
    loses: fc.constantFrom(0, 5, 11),
    isSlow: fc.boolean(),
    version: fc.constantFrom('0.16.3' as const, '0.92.2' as const),
  });
  await fc.assert(
    fc.asyncProperty(earlier, async ({ former, mishaps: names, now, loses, isSlow, version }) => {
      const server = new StandIn(version);
      const address = await server.start();
      try {
        if (former) await run(former, address);
        for (const name of names) mishaps[name]?.(server);
        server.streams.isSlow = isSlow;
        if (loses > 0) server.onWrite = (count) => (count % loses === 0 ? 'lose' : 'do');
        const foreign = { name: 'somebody', type: 'http', body: 'x' };
        server.alerting.templates.set('somebody', foreign);
        await run({ ...now, PRUNE: '1' }, address);
        // Where writes are lost, one may be left over.
        server.onWrite = () => 'do';
        if (loses > 0) await run({ ...now, PRUNE: '1' }, address);
        const { writes } = server;
        const last = await run({ ...now, PRUNE: '1' }, address);
        expect(Object.keys(outcomes(last))).toEqual(['same']);
        expect(server.writes).toBe(writes);
        expect(duplicates(server)).toEqual([]);
        expect(server.alerting.templates.get('somebody')).toBe(foreign);
      } finally {
        await server.stop();
      }
    }),
    { numRuns: 25 },
  );
  // Some fifteen seconds, and many times that on a busy machine.
}, 300_000);

test('the settings that it is tested with are good ones', () => {
  expect(() => loadSettings(everything)).not.toThrow();
});
