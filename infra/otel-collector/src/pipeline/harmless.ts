/**
 * Texts in which no secret can stand, whatever is looked for: most that spans and log lines hold are of these forms.
 * Each expression is for a whole text, so that Go reads that once and at the first letter that does not fit says no; all
 * that is looked for otherwise takes ten times as long. One must fit no text that any expression of redaction.ts finds
 * something in, which a test tries: neither runs of 15 letters, digits, dashes and underscores (the shortest key), nor
 * 14 digits (the shortest card), nor names before a colon or equals sign.
 */
const octet = '[0-9]{1,3}';
const ipAddress = `${octet}(\\.${octet}){3}(:[0-9]{1,5})?`;
const methods = '(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)';
const label = '[a-z-]{1,14}';
/** Of paths; a name before a colon is none, but a parameter of a route is. */
const segments = '(/:?[a-z-]{0,14})*';
/** Whose ids open nothing; those of links do. */
const ownedThings = '/api/(recipes|collections|meal-plans|shopping-lists)/[0-9a-f]{24}';

const limiter = 'envoy\\.service\\.ratelimit\\.v3\\.RateLimitService';

export const harmless: readonly string[] = [
  // Shorter than any key.
  '[A-Za-z0-9_./ -]{0,10}',
  '[a-z_-]{1,14}',
  // UUIDs, as ids of requests are, but for those whose groups might be the number of a card.
  '([017-9a-f][0-9a-f]*|[2-6][0-9]*[a-f][0-9a-f]*)-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}',
  // Ids of users and traces.
  '[0-9a-f]{24}([0-9a-f]{8})?',
  ipAddress,
  `(${methods} )?${segments}( [0-9]{3})?`,
  `(${methods} )?${ownedThings}( [0-9]{3})?`,
  `https?://(${label}(\\.${label})*|${ipAddress})${segments}`,
  // Milliseconds, moments.
  '[0-9]{1,3}\\.[0-9]{1,9}',
  '[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z',
  // What the database is asked.
  '(find|insert|update|delete|aggregate|count|distinct|findAndModify|getMore) [a-z]{1,20}',
  // The shape of what every kept answer is asked for by.
  '\\{"filter":\\{"_id":"\\?"\\}(,"limit":1)?\\}',
  // What Envoy and the limiter say of each other.
  `(async )?${limiter}([./]ShouldRateLimit( egress)?)?`,
  'ShouldRateLimit( Execution)?',
  'request answered',
].map((text) => `^(${text})$$`);
