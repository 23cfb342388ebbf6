/**
 * Every name of our own in the telemetry, declared once.
 * Names that OpenTelemetry defines come from `@opentelemetry/semantic-conventions`.
 */

/** Scope of our own spans and metrics. */
export const instrumentationScope = 'recipe-book';

/** Attributes on spans. */
export const attributes = {
  /** Id of the request, as in `X-Request-ID` and in the logs. */
  requestId: 'request.id',
  /** Opaque id of the signed-in user. */
  userId: 'user.id',
} as const;

/** What the browser may say of itself in W3C baggage; it becomes attributes of all spans of the request. */
export const baggageKeys = ['web.flow', 'web.route'] as const;

/** Spans of our own, by what they do; a name never holds a value. */
export const spanNames = {
  recipeImport: 'recipe.import',
  recipeImportParse: 'recipe.import.parse',
  recipeImportDraft: 'recipe.import.draft',
  /** A page or a picture of another site. */
  publicFetch: 'public_web.fetch',
  mealPlanCreate: 'meal_plan.create',
  mealPlanReplace: 'meal_plan.replace',
  mealPlanChange: 'meal_plan.change',
  shoppingListCreate: 'shopping_list.create',
  /** Something is merged into a list that others may change at the same time. */
  shoppingListMerge: 'shopping_list.merge',
  pictureConvert: 'picture.convert',
  transferExport: 'transfer.export',
  transferImport: 'transfer.import',
  /** Work that goes on after the answer. */
  background: 'background',
} as const;

export type SpanName = (typeof spanNames)[keyof typeof spanNames];

/** Their attributes: counts and kinds, never what users wrote. */
export const spanAttributes = {
  /** Where a recipe is read from: `url`, `html` or `json-ld`. */
  importSource: 'recipe_book.import.source',
  ingredients: 'recipe_book.recipe.ingredients',
  steps: 'recipe_book.recipe.steps',
  /** How many things could not be read. */
  problems: 'recipe_book.problems',
  slots: 'recipe_book.meal_plan.slots',
  /** Items of a shopping list as it then is. */
  items: 'recipe_book.shopping_list.items',
  /** What is to be bought, before it is merged into items. */
  needs: 'recipe_book.shopping_list.needs',
  /** Of what came in, bytes. */
  size: 'recipe_book.size',
  /** Files that were made of a picture. */
  files: 'recipe_book.picture.files',
  /** Things in an export, or in an import of which some are added. */
  things: 'recipe_book.transfer.things',
  added: 'recipe_book.transfer.added',
  /** What is done in the background, such as `sending a mail`. */
  work: 'recipe_book.work',
} as const;

/** Counters. */
export const metricNames = {
  /** Things that happened in the domain; the label `event.name` says which. */
  events: 'recipe_book.events',
  /** Reads of what the cache may hold; the label `result` says how they went. */
  cacheReads: 'recipe_book.cache.reads',
  /** Answers to readiness probes; the label `status` is that of the answer. */
  readinessProbes: 'recipe_book.readiness.probes',
} as const;

/** Labels of those counters. */
export const labels = { eventName: 'event.name', result: 'result', status: 'status' } as const;

/**
 * Names that are still experimental in the conventions, so that the package exports them from another
 * entry that may change.
 */
export const incubating = {
  activeRequests: 'http.server.active_requests',
  cpuTime: 'process.cpu.time',
  /** `user` or `system`. */
  cpuMode: 'cpu.mode',
  memoryUsage: 'process.memory.usage',
  deploymentEnvironmentName: 'deployment.environment.name',
} as const;

/** The same of the pools of connections. */
export const connectionMetricNames = {
  count: 'db.client.connection.count',
  limit: 'db.client.connection.limit',
  idleMin: 'db.client.connection.idle.min',
  pendingRequests: 'db.client.connection.pending_requests',
  timeouts: 'db.client.connection.timeouts',
  createTime: 'db.client.connection.create_time',
  waitTime: 'db.client.connection.wait_time',
  useTime: 'db.client.connection.use_time',
} as const;

/** Labels of those. */
export const connectionLabels = {
  pool: 'db.client.connection.pool.name',
  state: 'db.client.connection.state',
} as const;
