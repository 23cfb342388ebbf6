export { burstDemandOf, demandOf, mostOnOneMachine, totalCpu } from './demand.ts';
export {
  type Cost,
  type Kind,
  kinds,
  type Measured,
  type Program,
  programs,
  readMeasured,
  type Saturation,
  type Spread,
  writeMeasured,
} from './measured.ts';
export { type Mix, usualMix } from './mix.ts';
