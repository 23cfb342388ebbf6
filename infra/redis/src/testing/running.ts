/** Something that a test has started. */
interface Running {
  stop(): Promise<void>;
}

const running = new Set<Running>();

/** Remembers what was started, so that a test that fails leaves nothing behind. */
export function remember<T extends Running>(started: T): T {
  running.add(started);
  return started;
}

/** Ends all that the test file has started; for `afterAll` or `afterEach`. */
export async function stopAll(): Promise<void> {
  const all = [...running];
  running.clear();
  await Promise.all(all.map((one) => one.stop()));
}
