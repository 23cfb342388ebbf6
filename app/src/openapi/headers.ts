const count = { type: 'integer', minimum: 0 } as const;

/** Headers of answers, described once. */
export const headerComponents = {
  'X-Request-ID': {
    description: 'Id of the request, also in the logs; a well-formed one that was sent is kept',
    required: true,
    schema: { type: 'string' },
  },
  'X-RateLimit-Limit': { description: 'Requests that one may make in a window', schema: count },
  'X-RateLimit-Remaining': { description: 'Those that are left of them', schema: count },
  'X-RateLimit-Reset': { description: 'When the next window begins, Unix seconds', schema: count },
  'Retry-After': { description: 'Seconds to wait before the next try', schema: count },
} as const;

/** The headers that every answer has. */
export const headers = {
  'X-Request-ID': { $ref: '#/components/headers/X-Request-ID' },
  'X-RateLimit-Limit': { $ref: '#/components/headers/X-RateLimit-Limit' },
  'X-RateLimit-Remaining': { $ref: '#/components/headers/X-RateLimit-Remaining' },
  'X-RateLimit-Reset': { $ref: '#/components/headers/X-RateLimit-Reset' },
} as const;
