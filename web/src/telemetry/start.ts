import { readWebSettings } from '../web-settings.ts';
import { whenIdle } from '../when-idle.ts';
import { mayTrack } from './may-track.ts';
import { dropSignals, reportError } from './signals.ts';

/**
 * Loads telemetry when the page is usable, unless its visitor or the settings say no. Nothing else waits
 * for it, and nothing comes of it when it fails.
 */
export function startTelemetry(): void {
  if (!mayTrack(navigator)) {
    dropSignals();
    return;
  }
  window.addEventListener('error', ({ error }) => {
    // There is none for what scripts of others do, nor for a ResizeObserver that takes another round.
    if (error != null) reportError(error, 'window');
  });
  window.addEventListener('unhandledrejection', ({ reason }) => reportError(reason, 'promise'));
  whenIdle(() => void load().catch(dropSignals));
}

async function load(): Promise<void> {
  const settings = await readWebSettings();
  if (!settings.telemetry) {
    dropSignals();
    return;
  }
  const { run } = await import('./telemetry.ts');
  await run(settings);
}
