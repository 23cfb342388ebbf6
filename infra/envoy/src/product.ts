import type { Settings } from '@recipe-book/settings';
import type { JsonObject } from './json.ts';
import { largeBodies, longAnswers } from './listener/recipe-book-routes.ts';

/** What tells the edge of one product from that of another; the rest is the same for all. */
export interface Product {
  /** Short and in lower case: the domain of its limits at the ratelimit service, and its name in Envoy's eyes. */
  readonly name: string;
  /**
   * Present when the app signs access tokens: it serves their key set at `/.well-known/jwks.json`, and they
   * carry JWT_ISSUER as `iss` and this as `aud`. Without it everybody is anonymous.
   */
  readonly tokens?: { readonly audience: string };
  /** Whether its front end sends telemetry, which Envoy takes at `/otlp` and gives to the Collector. */
  readonly webTelemetry?: boolean;
  /** Routes that take bodies above MAX_BODY_SIZE (envoy.config.route.v3.Route). */
  readonly largeBodies?: (settings: Settings) => readonly JsonObject[];
  /** Routes that need other times than the rest. */
  readonly longAnswers?: readonly JsonObject[];
  /**
   * What the paths of its front end's files begin with. The app sends them as it keeps them, compressed; and they make no
   * spans, since a page loads many of them, of which metrics and logs say enough.
   */
  readonly files?: string;
}

export const recipeBook: Product = {
  name: 'recipe-book',
  tokens: { audience: 'recipe-book' },
  webTelemetry: true,
  largeBodies,
  longAnswers,
  files: '/assets/',
};
