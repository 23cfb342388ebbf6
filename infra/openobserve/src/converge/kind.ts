/** One thing that OpenObserve has. */
export interface Found {
  /** By what it is compared with what is wanted. */
  readonly name: string;
  /** By what OpenObserve knows it. */
  readonly id: string;
  /** Whether this program made it, and so may remove it. */
  readonly isOwn: boolean;
  readonly state: object;
}

/** One kind of thing, such as streams: what is wanted of it, and how to get there. */
export interface Kind<State extends object = object> {
  /** In the singular, for the table. */
  readonly kind: string;
  readonly wanted: ReadonlyMap<string, State>;
  /** What is there; several may have one name where OpenObserve allows that. */
  read(): Promise<readonly Found[]>;
  /** What is not as wanted, as paths without values; nothing when all is. */
  differences(found: Found, state: State): readonly string[];
  create(name: string, state: State): Promise<void>;
  change(found: Found, state: State): Promise<void>;
  /** Absent where nothing is ever removed. */
  remove?(found: Found): Promise<void>;
}
