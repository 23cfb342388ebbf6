/** What a source gets to do its work with. */
export interface Job {
  /** The tool being installed, for messages. */
  readonly tool: string;
  /** The folder that outlives checkouts. */
  readonly cache: string;
  /** Where intermediate files may stay until the tool is whole, so that the next try resumes. */
  readonly buildFolder: string;
  /** The environment that programs run in. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Runs a program with its output in the log; throws `InstallError` when it fails. */
  run(command: string, args: readonly string[], options?: RunOptions): Promise<void>;
  /** Runs a program and gives what it printed, or `undefined` when it is missing or fails. */
  ask(command: string, args: readonly string[]): Promise<string | undefined>;
}

export interface RunOptions {
  readonly cwd?: string;
  /** Added to the job's own environment. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A place that tools come from. */
export interface Source {
  /** Fills the empty folder `into`, commands in its `bin/`. Anything else it made may stay in the build folder. */
  install(into: string, job: Job): Promise<void>;
}

/** How a program that is already on the PATH is taken instead of our own. */
export interface PathRule {
  /** The names it may have there, the first one found counts. */
  readonly commands: readonly string[];
  /** Arguments that make it print its version, and what must be true of that text. Absent: any version fits. */
  readonly check?: { readonly args: readonly string[]; fits(text: string): boolean };
}

/** One pinned tool. */
export interface Tool {
  readonly name: string;
  readonly version: string;
  /** What it gives, by name: files under its folder. */
  readonly provides: Readonly<Record<string, string>>;
  /** Absent: nothing on the PATH can be known to fit, only our own build counts. */
  readonly path?: PathRule;
  /** Absent: it is taken when it is on the PATH, and never installed. */
  readonly source?: Source;
  /** True when it compiles: only two such run at once. */
  readonly heavy?: boolean;
}

/** Absolute paths by what the tools provide (`envoy`, `redis-server`, ...). */
export type ToolPaths = Readonly<Record<string, string>>;

/** Hears how an installation goes. Calls come in this order for each tool; `close` is last. */
export interface Reporter {
  /** What is missing and will be installed; not called when nothing is. */
  plan(tools: readonly Tool[]): void;
  /** Another run installs the same tool; this one waits for it. */
  waiting(tool: Tool): void;
  started(tool: Tool): void;
  finished(tool: Tool, seconds: number): void;
  failed(tool: Tool, message: string): void;
  /** Resolves when everything has been drawn. */
  close(): Promise<void>;
}
