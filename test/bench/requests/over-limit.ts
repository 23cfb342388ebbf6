import { freshAddress } from '../../harness/client.ts';
import { limits, shedFrom } from './limits.ts';

/** More than the limit, for requests that pass uncounted while the machine is busy. */
const toGetOver = limits.anonymous * 1.5;
/** What a client that is over its limit may send until Envoy alone refuses it, with some to spare. */
const turns = shedFrom - toGetOver - 10;

/** Clients that are just over their limit, each for as long as it is not far over it. */
export class OverLimit {
  #addresses: string[] = [];
  #sent = 0;

  /**
   * Takes new clients, enough for so many requests.
   * @param flood sends so many requests of a client.
   */
  async renew(
    requests: number,
    flood: (address: string, total: number) => Promise<unknown>,
  ): Promise<void> {
    this.#addresses = Array.from({ length: Math.ceil(requests / turns) }, freshAddress);
    this.#sent = 0;
    for (const address of this.#addresses) await flood(address, toGetOver);
  }

  /** Address for the next request. @throws Error when more are sent than clients were made for. */
  next(): string {
    const address = this.#addresses[Math.floor(this.#sent++ / turns)];
    if (address === undefined) {
      throw new Error('All clients that are over their limit are used up: make more beforehand.');
    }
    return address;
  }
}
