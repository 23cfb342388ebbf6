/** The page that an address asks for, counted from 1; anything else than a whole number is 1. */
export function pageNumber(params: URLSearchParams): number {
  const value = params.get('page') ?? '';
  return /^[1-9]\d{0,5}$/.test(value) ? Number(value) : 1;
}
