/** Envoy's command line, the same wherever it runs. @param configFile path of the bootstrap. */
export function envoyArguments(configFile: string): string[] {
  return [
    ...['-c', configFile],
    // Two workers are plenty beside one process; by default there is one for each core.
    ...['--concurrency', '2'],
    ...['--log-level', 'warn'],
    // While draining, every answer asks the client to connect anew, not a growing share of them.
    ...['--drain-strategy', 'immediate'],
    // Several Envoys on one machine would share the memory that is meant for hot restarts.
    '--disable-hot-restart',
  ];
}
