const timeouts = 'cluster.ratelimit.upstream_rq_timeout';

/** How many calls of the ratelimit service Envoy has given up. @param port of its admin interface. */
export async function limiterTimeouts(port: number): Promise<number> {
  const answer = await fetch(`http://127.0.0.1:${port}/stats?filter=^${timeouts}$`);
  const [, value] = (await answer.text()).split(': ');
  if (value === undefined) throw new Error(`Envoy has no counter ${timeouts}.`);
  return Number(value);
}
