import { useEffect } from 'react';
import { endFlow, type Flow, startFlow } from './signals.ts';

/** Begins a flow with the page it is on; to leave the page before `endFlow` is to abandon it. */
export function useFlow(flow: Flow): void {
  useEffect(() => {
    startFlow(flow);
    return () => endFlow(flow, 'abandoned');
  }, [flow]);
}
