/**
 * Whose access token stands in an `Authorization` header. Nothing is proved by it: it only tells apart
 * whose things are kept where.
 */
export function tokenSubject(authorization: string): string | undefined {
  try {
    const [, payload = ''] = authorization.replace(/^Bearer /, '').split('.');
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    if (typeof claims !== 'object' || claims === null || !('sub' in claims)) return undefined;
    return typeof claims.sub === 'string' ? claims.sub : undefined;
  } catch {
    return undefined;
  }
}
