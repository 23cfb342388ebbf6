/**
 * What Envoy's CEL would give for a request that came at a time in Unix seconds, found by reading the expression as
 * JavaScript; `undefined` for an error.
 */
export function resultOf(expression: string, time: number): number | undefined {
  const script = expression
    .replaceAll('int(request.time)', String(Math.floor(time)))
    // Whole numbers are divided without a rest.
    .replaceAll(/(\d+) \/ (\d+)/g, 'Math.floor($1 / $2)');
  const value: number = new Function(`return ${script}`)();
  return Number.isFinite(value) ? value : undefined;
}
