import {
  type Attributes,
  type Context,
  ROOT_CONTEXT,
  type Tracer,
  trace,
} from '@opentelemetry/api';

/** How long what follows may keep an activity waiting, ms: a chunk to load, a page to render. */
const linger = 1000;
/** An activity that goes on for longer, ms, gets no further children. */
const longest = 30_000;

interface Activity {
  readonly begun: number;
  readonly context: Context;
  readonly end: (at: number) => void;
  /** When something last came of it, ms since 1970. */
  lastEffect: number;
  /** Requests that are under way. */
  held: number;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * What the person does: a click, or a change of page by the browser's own buttons. Browsers do not say what
 * an `await` belongs to, so whatever begins while an activity lasts counts as its effect: the activity lasts
 * until the next one begins, or until nothing has come of it for a second.
 */
export class Activities {
  readonly #tracer: Tracer;
  #current: Activity | undefined;

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** The context of what begins now: the activity's, or none. */
  get context(): Context {
    return this.#current?.context ?? ROOT_CONTEXT;
  }

  get isUnderWay(): boolean {
    return this.#current !== undefined;
  }

  /** Begins one, and ends the one before. @param at ms since 1970. */
  begin(name: string, attributes: Attributes, at: number): void {
    this.finish();
    const span = this.#tracer.startSpan(name, { attributes, startTime: at }, ROOT_CONTEXT);
    this.#current = {
      begun: at,
      context: trace.setSpan(ROOT_CONTEXT, span),
      end: (time) => span.end(time),
      lastEffect: at,
      held: 0,
    };
    this.#wait(this.#current);
  }

  /** Something has come of it just now. */
  touch(): void {
    if (this.#current) this.#effect(this.#current);
  }

  /** Something that will take time has begun. @returns to be called when it is over. */
  hold(): () => void {
    const activity = this.#current;
    if (!activity) return () => undefined;
    activity.held++;
    this.#effect(activity);
    return () => {
      activity.held--;
      if (activity === this.#current) this.#effect(activity);
    };
  }

  /** Ends the present one where its last effect was. */
  finish(): void {
    const activity = this.#current;
    if (!activity) return;
    clearTimeout(activity.timer);
    this.#current = undefined;
    activity.end(activity.lastEffect);
  }

  #effect(activity: Activity): void {
    activity.lastEffect = Date.now();
    this.#wait(activity);
  }

  #wait(activity: Activity): void {
    clearTimeout(activity.timer);
    const left = activity.begun + longest - Date.now();
    const wait = activity.held > 0 ? left : Math.min(linger, left);
    activity.timer = setTimeout(() => this.finish(), Math.max(0, wait));
  }
}
