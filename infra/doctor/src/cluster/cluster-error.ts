/** The cluster could not be asked. Its message is one sentence that says why and what to do. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
