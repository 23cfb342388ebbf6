/**
 * Templates of paths: literal segments, `{name}` for exactly one segment, and `/**` at the end for
 * the path before it and everything below.
 */
const segment = /^(\{[a-z][A-Za-z0-9]*\}|[A-Za-z0-9._~!$&'()*+,;=:@-]*)$/;
const rest = '/**';

/** What is wrong with a template, as the end of a sentence; `undefined` when it is fine. */
export function templateProblem(template: string): string | undefined {
  if (!template.startsWith('/')) return 'must begin with a slash';
  const path = withoutRest(template);
  const segments = path.split('/').slice(1);
  if (path.includes('//') || (path !== '/' && path.endsWith('/'))) {
    return 'must not have an empty segment: Envoy has merged the slashes of the request before';
  }
  if (segments.some((one) => one === '.' || one === '..')) {
    return 'must not have a segment . or ..: Envoy has resolved those of the request before';
  }
  if (segments.some((one) => one === '**' || one === '*')) {
    return 'must not have a * but in /** at its end; for one segment there is {name}';
  }
  const odd = segments.find((one) => !segment.test(one));
  return odd === undefined ? undefined : `has the segment "${odd}", which no request can have`;
}

/** Regular expression (RE2) for the `:path` of requests that fit a template, query included. */
export function templateRegex(template: string): string {
  const base = withoutRest(template)
    .split('/')
    .map((one) => (one.startsWith('{') ? '[^/?#]+' : escaped(one)))
    .join('/');
  return template.endsWith(rest) ? `${base}(/[^?#]*)?` : `${base === '/' ? '' : base}/?`;
}

/** Whether a path without query fits a template. Says the same as the expression, but by segments. */
export function fitsTemplate(path: string, template: string): boolean {
  const wanted = withoutRest(template).split('/').slice(1);
  const given = path
    .replace(/(?<=.)\/$/, '')
    .split('/')
    .slice(1);
  if (template.endsWith(rest)) {
    const below = wanted.join('/') === '' ? [] : wanted;
    return below.length <= given.length && below.every((one, at) => fitsSegment(given[at], one));
  }
  return given.length === wanted.length && wanted.every((one, at) => fitsSegment(given[at], one));
}

/** Whether every path that fits a template also fits another. */
export function isWithinTemplate(template: string, other: string): boolean {
  if (template === other) return true;
  if (template.endsWith(rest) && !other.endsWith(rest)) return false;
  // A name in braces is a segment that only braces take.
  return fitsTemplate(withoutRest(template), other);
}

function fitsSegment(given: string | undefined, wanted: string): boolean {
  return wanted.startsWith('{') ? given !== undefined && given !== '' : given === wanted;
}

function withoutRest(template: string): string {
  return template.endsWith(rest) ? template.slice(0, -rest.length) : template;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
