/** What is found under a key: a value, else who is to make one. */
export type Found = { readonly value: string } | { readonly isOurs: boolean };

/**
 * Values under keys that all instances see, each made by one of them. Any of them may be gone at any time. Every call is
 * answered soon or fails, so whoever asks must have another way.
 */
export interface Store {
  /**
   * The value under a key. While there is none, one who asks takes the lock of the key, and is to make it.
   * @param token known to the taker alone.
   * @param ttl milliseconds until the lock is free again by itself.
   */
  take(key: string, token: string, ttl: number): Promise<Found>;
  /**
   * Puts a value under a key, and frees its lock unless somebody else has it by now.
   * @param ttl milliseconds until the value is gone.
   */
  give(key: string, token: string, value: string, ttl: number): Promise<void>;
  /** Whether values, which can be made anew, may take more memory from what cannot. */
  hasRoom(): Promise<boolean>;
}

/** For programs that serve nobody: keeps nothing. */
export const noStore: Store = {
  take: async () => ({ isOurs: true }),
  give: async () => {},
  hasRoom: async () => false,
};
