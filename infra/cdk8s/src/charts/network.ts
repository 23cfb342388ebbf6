import { Chart } from 'cdk8s';
import type { Construct } from 'constructs';
import { DenyAll } from '../constructs/traffic.ts';
import type { Target } from '../target.ts';
import { chartProps } from './chart-props.ts';

/** Denies all traffic at first; each chart then allows what its own component needs. */
export class NetworkChart extends Chart {
  constructor(scope: Construct, id: string, target: Target) {
    super(scope, id, chartProps(target));
    new DenyAll(this, 'deny-all');
  }
}
