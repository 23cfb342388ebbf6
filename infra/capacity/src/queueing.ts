/** One place where requests wait for their turn: so many equal servers with one queue. */
export interface Station {
  readonly servers: number;
  /** How long one server works for a request, seconds. */
  readonly service: number;
}

/** The share of time that each server works (utilisation law). 1 and above: the queue grows without end. */
export function utilisation({ servers, service }: Station, rate: number): number {
  return (rate * service) / servers;
}

/**
 * Mean time that a request spends at a station, seconds: M/M/c by Erlang's C formula. It takes arrivals and times of
 * service to be random, independent of each other. Infinite from the knee's end on.
 * @param rate arrivals a second.
 */
export function residence(station: Station, rate: number): number {
  const { servers, service } = station;
  const busy = utilisation(station, rate);
  if (busy >= 1) return Number.POSITIVE_INFINITY;
  return service + (waits(servers, busy) * service) / (servers * (1 - busy));
}

/** The share of requests that find all servers busy (Erlang C), by the recursion of Erlang B, which does not overflow. */
function waits(servers: number, busy: number): number {
  const load = servers * busy;
  let blocked = 1;
  for (let server = 1; server <= servers; server++) {
    blocked = (load * blocked) / (server + load * blocked);
  }
  return blocked / (1 - busy * (1 - blocked));
}
