import { setTimeout as pause } from 'node:timers/promises';

/** Requests that are not answered yet, and bytes of answers that clients have not taken yet. */
const busy = '^http.ingress.downstream_(rq_active|cx_tx_bytes_buffered)$';
const pollMs = 50;

/**
 * Has Envoy take no more connections and waits until clients have their answers: on SIGTERM it ends at once.
 * Clients are told by `Connection: close` or GOAWAY in what they still get.
 * @param adminPort of its admin interface.
 * @param over ends the wait.
 * @throws Error when Envoy does not answer.
 */
export async function drainEnvoy(adminPort: number, over: AbortSignal): Promise<void> {
  const admin = `http://127.0.0.1:${adminPort}`;
  await fetch(`${admin}/drain_listeners`, { method: 'POST', signal: over });
  while (!over.aborted) {
    const stats = await (await fetch(`${admin}/stats?filter=${busy}`, { signal: over })).text();
    if (!/: [1-9]/.test(stats)) return;
    await pause(pollMs);
  }
}
