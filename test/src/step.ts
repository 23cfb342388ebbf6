/** What a step of the test run found. */
export interface StepResult {
  passed: number;
  failed: number;
}

/** One step of `make test`: a check, which counts as one test, or a suite. */
export interface Step {
  readonly name: string;
  /** Prints nothing when all is well, else what to look at. */
  run(): Promise<StepResult>;
}
