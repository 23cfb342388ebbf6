/** What the app says of itself at `/web-settings.json`. */
export interface WebSettings {
  /** The release. */
  version: string;
  environment: string;
  /** Whether the browser may send telemetry to `/otlp`. */
  telemetry: boolean;
  /** There when errors are to be reported to Sentry. */
  sentry?: { environment: string };
}

let settings: Promise<WebSettings> | undefined;

/** Asks once. @throws TypeError, SyntaxError when there is no answer, or another one. */
export function readWebSettings(): Promise<WebSettings> {
  settings ??= fetch('/web-settings.json').then((answer) => answer.json());
  return settings;
}
