/** A tool cannot be installed. The message is one sentence for the user: what is wrong and what to do. */
export class InstallError extends Error {
  override readonly name = 'InstallError';
}
