import { account, StandIn } from '@recipe-book/openobserve/stand-in';
import { loadSettings } from '@recipe-book/settings';
import { provision } from './provision.ts';

const wait = 500;

let standIn: StandIn;
let url: string;
beforeEach(async () => {
  standIn = new StandIn();
  url = await standIn.start();
});
afterEach(() => standIn.stop());

function provisioned(given: Record<string, string> = {}): Promise<string | undefined> {
  const text = { OPENOBSERVE_URL: url, OPENOBSERVE_PASSWORD: account.password, ...given };
  const input = { settings: loadSettings(text), text, ownOpenObserve: undefined };
  return provision(input, new AbortController().signal, wait);
}

test('sets it up whatever DRY_RUN and PRUNE say, and says what that came to', async () => {
  const first = await provisioned({ DRY_RUN: '1', PRUNE: '1' });
  expect(first).toMatch(/^OpenObserve is set up: \d+ created\. There are no alerts/);
  expect(await provisioned()).toMatch(/^OpenObserve is set up: \d+ same\./);
}, 30_000);

test('says nothing when there is none', async () => {
  const input = { settings: loadSettings({}), text: {}, ownOpenObserve: undefined };
  expect(await provision(input, new AbortController().signal)).toBeUndefined();
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'nobody at the address',
    { OPENOBSERVE_URL: 'http://user:canary@127.0.0.1:1/base' },
    /^OpenObserve at http:\/\/127.0.0.1:1 does not answer, so it is not set up: run "make observe"/,
  ],
  [
    'a wrong password',
    { OPENOBSERVE_PASSWORD: 'canary' },
    /^OpenObserve is not set up: .* does not accept OPENOBSERVE_USERNAME/,
  ],
  [
    'no password',
    { OPENOBSERVE_PASSWORD: '', OTEL_EXPORTER_OTLP_HEADERS: 'Authorization=canary' },
    /^OpenObserve is not set up as a whole: OPENOBSERVE_PASSWORD is not set/,
  ],
])('says in one line what is wrong: %s', async (_, given, sentence) => {
  const said = await provisioned(given);
  expect(said).toMatch(sentence);
  expect(said).not.toMatch(/canary|\n/);
});

test('gives up at once when the stack is stopped', async () => {
  const text = { OPENOBSERVE_URL: 'http://127.0.0.1:1', OPENOBSERVE_PASSWORD: 'x' };
  const input = { settings: loadSettings(text), text, ownOpenObserve: undefined };
  expect(await provision(input, AbortSignal.abort())).toBeUndefined();
});
