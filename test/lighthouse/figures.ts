import type { Result } from 'lighthouse';

/** One thing that Lighthouse tells of a page. */
export interface Figure {
  /** Head of its column. */
  readonly name: string;
  /** Points of 100, seconds, KB, or a share of the screen. */
  readonly of: (result: Result) => number;
  /** Digits after the point. */
  readonly digits: number;
  /** What the issue asks for. */
  readonly target?: Target;
}

type Target = { readonly atLeast: number } | { readonly below: number };

const seconds = (name: string, audit: string, below: number): Figure => ({
  name: `${name} s`,
  of: (result) => value(result, audit) / 1000,
  digits: 2,
  target: { below },
});

const points = (name: string, category: string, atLeast: number): Figure => ({
  name,
  // Its scores are fractions with rounding errors.
  of: (result) => Math.round((result.categories[category]?.score ?? Number.NaN) * 100),
  digits: 0,
  target: { atLeast },
});

const kilobytes: Figure = {
  name: 'KB',
  of: (result) => value(result, 'total-byte-weight') / 1000,
  digits: 0,
};

/** By Lighthouse's mobile preset. */
export const figures: readonly Figure[] = [
  points('performance', 'performance', 95),
  points('accessibility', 'accessibility', 100),
  points('best practices', 'best-practices', 100),
  points('SEO', 'seo', 95),
  seconds('FCP', 'first-contentful-paint', 1.5),
  seconds('LCP', 'largest-contentful-paint', 2.5),
  seconds('TTI', 'interactive', 3.5),
  {
    name: 'CLS',
    of: (result) => value(result, 'cumulative-layout-shift'),
    digits: 3,
    target: { below: 0.1 },
  },
  kilobytes,
];

/** On regular 3G: when a recipe can be read, and when it can be used. */
export const slowFigures: readonly Figure[] = [
  seconds('FCP', 'first-contentful-paint', 2),
  seconds('LCP', 'largest-contentful-paint', 2),
  seconds('TTI', 'interactive', 2),
  kilobytes,
];

/** The same figures, whatever they are. */
export function untargeted(all: readonly Figure[]): Figure[] {
  return all.map(({ name, of, digits }) => ({ name, of, digits }));
}

/** Says of each figure that is not as it should be, which and by how much. */
export function missed(page: string, all: readonly Figure[], result: Result): string[] {
  return all.flatMap(({ name, of, digits, target }) => {
    const found = of(result);
    if (!target || isMet(target, found)) return [];
    const wanted = 'below' in target ? `below ${target.below}` : `at least ${target.atLeast}`;
    return [`${page}: ${name} is ${found.toFixed(digits)}; it must be ${wanted}.`];
  });
}

function isMet(target: Target, found: number): boolean {
  return 'below' in target ? found < target.below : found >= target.atLeast;
}

function value({ audits }: Result, audit: string): number {
  return audits[audit]?.numericValue ?? Number.NaN;
}
