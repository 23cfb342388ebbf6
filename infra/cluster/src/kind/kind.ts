import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { ClusterError } from '../cluster-error.ts';
import { type KindConfig, kindName } from './config.ts';

/** The program `kind`, which runs Kubernetes in Docker. */
export class Kind {
  readonly #program: string;

  constructor(program: string) {
    this.#program = program;
  }

  async exists(): Promise<boolean> {
    const { stdout } = await promisify(execFile)(this.#program, ['get', 'clusters']);
    return stdout.split('\n').includes(kindName);
  }

  /** Makes the cluster, which then is the chosen context of the KUBECONFIG. */
  async create(config: KindConfig): Promise<void> {
    await this.#run(['create', 'cluster', '--config', '-', '--wait', '120s'], stringify(config));
  }

  /** Gives an image of Docker to the cluster. */
  async load(image: string): Promise<void> {
    await this.#run(['load', 'docker-image', image, '--name', kindName]);
  }

  async remove(): Promise<void> {
    await this.#run(['delete', 'cluster', '--name', kindName]);
  }

  async #run(args: readonly string[], input = ''): Promise<void> {
    const child = spawn(this.#program, args, { stdio: ['pipe', 'inherit', 'inherit'] });
    child.stdin.end(input);
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new ClusterError(`kind ${args[0]} failed: the lines above say why.`);
  }
}
