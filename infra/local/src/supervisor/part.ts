/** How it is found out that a part can be used: a 200 at a URL, an open port, or a test of one's own. */
export type Readiness =
  | { readonly http: string }
  | { readonly tcp: { readonly port: number; readonly host?: string } }
  | (() => Promise<boolean>);

/** A port that a part listens on. */
export interface PartPort {
  readonly port: number;
  /** What it is for, for messages ("ingress", "admin"). */
  readonly what: string;
}

/** One process to keep running. */
export interface Part {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  /** The whole environment of the process; nothing is inherited. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Names of parts that must be ready before this one starts; it stops before they do. */
  readonly after?: readonly string[];
  /** Those of them that stop at the same time instead: it ends when what they still do for it is done. */
  readonly stopsWith?: readonly string[];
  readonly ready: Readiness;
  /** How long it may take to become ready. Milliseconds, default 120 000: a busy machine is slow. */
  readonly readyTimeoutMs?: number;
  /** Must be free before anything starts. */
  readonly ports?: readonly PartPort[];
  /**
   * How far it stands back, once it is ready, when others want the processor too: -20 to 19, as of `nice`,
   * default 0. Below 0 it goes first, where whoever started the stack has the privilege (root has).
   */
  readonly niceness?: number;
  /** Runs before the stop signal, for what ends at once by it. It need not succeed; its time counts as stopping. */
  readonly beforeStop?: (signal: AbortSignal) => Promise<void>;
  /** Default SIGTERM. */
  readonly stopSignal?: NodeJS.Signals;
  /** How long it may take to stop before it is killed. Milliseconds, default 10 000. */
  readonly stopTimeoutMs?: number;
}
