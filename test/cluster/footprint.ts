import { Metrics } from '@kubernetes/client-node';
import { table } from '@recipe-book/capacity/table';
import type { Cluster } from '@recipe-book/cluster';

/** What one container used. */
interface Use {
  /** Thousandths of a processor, each measured over some 15 s. */
  readonly cpu: number[];
  /** Bytes. */
  readonly memory: number[];
}

/** The cluster measures that often, milliseconds. */
const interval = 15_000;

/** Notes what the containers of a namespace use, as long as it is asked to. */
export class Footprint {
  readonly #metrics: Metrics;
  readonly #namespace: string;
  readonly #uses = new Map<string, Use>();
  readonly #timer: NodeJS.Timeout;
  /** Why there is nothing to note, if so. */
  #problem: string | undefined;

  constructor(cluster: Cluster, namespace: string) {
    this.#metrics = new Metrics(cluster.config);
    this.#namespace = namespace;
    this.#timer = setInterval(() => void this.#note(), interval);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** One line for each container, by its pod's component; Markdown. */
  table(): string {
    if (this.#uses.size === 0) {
      return `What containers use was not measured: ${this.#problem ?? 'the run was too short'}.`;
    }
    const rows = [...this.#uses]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([container, { cpu, memory }]) => [
        container,
        `${median(cpu).toFixed(0)}m`,
        `${Math.max(...cpu).toFixed(0)}m`,
        mebibytes(median(memory)),
        mebibytes(Math.max(...memory)),
      ]);
    return table([['container', 'CPU', 'most CPU', 'memory', 'most memory'], ...rows]);
  }

  async #note(): Promise<void> {
    try {
      const { items } = await this.#metrics.getPodMetrics(this.#namespace);
      for (const { metadata, containers } of items) {
        const component = metadata.labels?.['app.kubernetes.io/name'] ?? metadata.name;
        for (const { name, usage } of containers) {
          this.#add(component === name ? name : `${component} / ${name}`, usage);
        }
      }
    } catch (error) {
      this.#problem = error instanceof Error ? error.message : String(error);
    }
  }

  #add(container: string, usage: { cpu: string; memory: string }): void {
    const use = this.#uses.get(container) ?? { cpu: [], memory: [] };
    use.cpu.push(amount(usage.cpu) * 1000);
    use.memory.push(amount(usage.memory));
    this.#uses.set(container, use);
  }
}

const units: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
};

/** A quantity as Kubernetes writes what was measured: `12345678n`, `1234Ki`, `2`. */
function amount(quantity: string): number {
  const [, number = '', unit = ''] = /^(\d+)(\w*)$/.exec(quantity) ?? [];
  return Number(number) * (units[unit] ?? 1);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 ** 2).toFixed(0)} MiB`;
}
