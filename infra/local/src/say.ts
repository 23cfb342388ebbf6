/** A message from a detached stack to the command that started it. */
export type Message = { line: string } | { ready: true };

/** Tells the user something: on stdout, or through the command that started the stack detached. */
export function say(line: string): void {
  if (process.connected) process.send?.({ line } satisfies Message);
  else console.log(line);
}

/** Lets the command that started the stack detached return. */
export function sayReady(): void {
  if (process.connected) process.send?.({ ready: true } satisfies Message);
}
