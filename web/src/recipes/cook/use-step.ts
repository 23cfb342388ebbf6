import { useSearchParams } from 'react-router';

/** The step that is shown, counted from 1; one after the last is the end. */
export function useStep(count: number): [step: number, go: (step: number) => void] {
  const [params, setParams] = useSearchParams();
  const asked = /^\d{1,3}$/.test(params.get('step') ?? '') ? Number(params.get('step')) : 1;
  const within = (step: number) => Math.min(Math.max(step, 1), count + 1);
  // Steps are no pages of their own: going back leaves the cooking.
  const go = (step: number) =>
    setParams(
      (now) => {
        now.set('step', String(within(step)));
        return now;
      },
      { replace: true },
    );
  return [within(asked), go];
}
