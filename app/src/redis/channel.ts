/** Brings short messages to all instances of the app, this one too; some may be lost. */
export interface Channel {
  publish(message: string): void;
  /** @param listener gets every message from now on. One a channel. */
  listen(listener: (message: string) => void): void;
}
