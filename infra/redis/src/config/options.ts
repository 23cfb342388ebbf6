/** Where Redis listens and keeps its files. */
export interface RedisPlacement {
  readonly address: string;
  readonly port: number;
  /** Folder for the append-only file. */
  readonly dataDir: string;
}

/** Files for TLS, in PEM. */
export interface TlsOptions {
  readonly certFile: string;
  readonly keyFile: string;
  /** Authority of the other servers, and of clients when they must have a certificate too. */
  readonly caFile: string;
  /** Whether clients must show a certificate of that authority (mutual TLS). */
  readonly clientCertificates: boolean;
}

/** What a server may fill with keys when nothing else is said, bytes. */
export const usualMaxMemory = 128 * 1024 ** 2;

/** What a server may have besides. */
export interface ServerOptions {
  /** Absent: connections are not encrypted. */
  readonly tls?: TlsOptions;
  /** Most memory for keys; default `usualMaxMemory`. A container needs about twice that, to rewrite the file. */
  readonly maxMemory?: `${number}mb`;
  /** File with the users (`aclFile`); absent: the user `default` may do everything. */
  readonly aclFile?: string;
}
