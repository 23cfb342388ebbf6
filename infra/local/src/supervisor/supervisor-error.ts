/** One sentence for the user about what is wrong and what to do. */
export class SupervisorError extends Error {
  override readonly name = 'SupervisorError';
}
