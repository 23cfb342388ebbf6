/**
 * Values under keys that all instances see. Any of them may be gone at any time. Every call is
 * answered soon or fails, so whoever asks must have another way.
 */
export interface Store {
  get(key: string): Promise<string | undefined>;
  /** @param ttl milliseconds until the value is gone. */
  set(key: string, value: string, ttl: number): Promise<void>;
  /** Whether values, which can be made anew, may take more memory from what cannot. */
  hasRoom(): Promise<boolean>;
  /**
   * Takes the lock of a key.
   * @param token known to the taker alone.
   * @param ttl milliseconds until the lock is free again by itself.
   * @returns whether it was free.
   */
  lock(key: string, token: string, ttl: number): Promise<boolean>;
  /** Frees the lock, unless somebody else has it by now. */
  unlock(key: string, token: string): Promise<void>;
}

/** For programs that serve nobody: keeps nothing. */
export const noStore: Store = {
  get: async () => undefined,
  set: async () => {},
  hasRoom: async () => false,
  lock: async () => true,
  unlock: async () => {},
};
