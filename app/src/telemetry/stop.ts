let stop: () => Promise<void> = async () => {};

/** Called by the module that starts telemetry, so that the app can end it without knowing of it. */
export function onTelemetryStop(action: () => Promise<void>): void {
  stop = action;
}

/** Sends what is still held back, then ends telemetry. Does nothing when there is none. */
export function stopTelemetry(): Promise<void> {
  return stop();
}
