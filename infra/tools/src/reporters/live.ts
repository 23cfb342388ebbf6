import { type DefaultRenderer, Listr, type ListrTaskWrapper, type SimpleRenderer } from 'listr2';
import type { Reporter, Tool } from '../types.ts';

type Line = ListrTaskWrapper<object, typeof DefaultRenderer, typeof SimpleRenderer>;

/** One tool's line on the terminal and the promise that ends it. */
interface Entry {
  readonly done: PromiseWithResolvers<void>;
  line?: Line;
  ticker?: NodeJS.Timeout;
}

/** A list on the terminal, one line per tool, whose seconds count up while it is installed. */
export function liveReporter(): Reporter {
  const entries = new Map<string, Entry>();
  let drawn: Promise<unknown> = Promise.resolve();

  const say = ({ name, version }: Tool, what: string): void => {
    const line = entries.get(name)?.line;
    if (line) line.title = `${name} ${version}${what}`;
  };
  const end = (tool: Tool, error?: Error): void => {
    const entry = entries.get(tool.name);
    clearInterval(entry?.ticker);
    if (error) entry?.done.reject(error);
    else entry?.done.resolve();
  };

  return {
    plan(tools) {
      const tasks = tools.map((tool) => {
        const entry: Entry = { done: Promise.withResolvers<void>() };
        entries.set(tool.name, entry);
        const task = (_: object, line: Line): Promise<void> => {
          entry.line = line;
          return entry.done.promise;
        };
        return { title: `${tool.name} ${tool.version}`, task };
      });
      const rendererOptions = { collapseErrors: false, showErrorMessage: false };
      drawn = new Listr(tasks, { concurrent: true, exitOnError: false, rendererOptions }).run();
    },
    waiting: (tool) => say(tool, ': waiting for another run that installs it'),
    started(tool) {
      const entry = entries.get(tool.name);
      const began = performance.now();
      const tick = (): void => {
        say(tool, `: installing, ${((performance.now() - began) / 1000).toFixed(0)} s`);
      };
      tick();
      if (entry) entry.ticker = setInterval(tick, 1000);
    },
    finished(tool, seconds) {
      say(tool, `: installed in ${seconds.toFixed(0)} s`);
      end(tool);
    },
    failed(tool, message) {
      say(tool, ': failed');
      end(tool, new Error(message));
    },
    async close() {
      await drawn;
    },
  };
}
