/** Something that a person does, as the requests that their browser then sends. */
export interface Flow {
  /** As in the report. */
  readonly name: string;
  /** How often people do it, in comparison with the others. */
  readonly weight: number;
  /** @throws Error when an answer is not as it should be. */
  run(): void;
}
