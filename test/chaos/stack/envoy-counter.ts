/** The service itself resets a call when Envoy's time for it is over, which may come first. */
const gaveUp = /^cluster\.ratelimit\.upstream_rq_(?:timeout|rx_reset): (\d+)$/gm;

/** How many calls of the ratelimit service have come to nothing because time was up. @param port of Envoy's admin interface. */
export async function limiterTimeouts(port: number): Promise<number> {
  const answer = await fetch(
    `http://127.0.0.1:${port}/stats?filter=^cluster.ratelimit.upstream_rq`,
  );
  const values = [...(await answer.text()).matchAll(gaveUp)].map(([, value]) => Number(value));
  if (values.length !== 2) throw new Error('Envoy does not say how many calls it gave up.');
  return values.reduce((sum, value) => sum + value, 0);
}
