/** Something that a person can put right; its message says how. */
export class ClusterError extends Error {
  override readonly name = 'ClusterError';
}
