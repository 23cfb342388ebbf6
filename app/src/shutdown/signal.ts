/** Waits for SIGTERM or SIGINT. Further ones are ignored, since the first is being obeyed. */
export function untilSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, resolve);
  });
}
