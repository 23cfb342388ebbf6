export { burstDemandOf, busyLevels, demandOf, idleCores, mostOnOneMachine } from './demand.ts';
export {
  type Cost,
  type Kind,
  kinds,
  type Measured,
  type Program,
  programs,
  type Round,
  readMeasured,
  type Saturation,
  type Spread,
  writeMeasured,
} from './measured.ts';
export { type Mix, usualMix } from './mix.ts';
