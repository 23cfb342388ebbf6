import { App, Yaml } from 'cdk8s';
import { GreeterChart } from './chart.ts';

/** All of its objects. */
export function greeterManifest(): string {
  return Yaml.stringify(...new GreeterChart(new App({ outdir: '' }), 'greeter').toJson());
}
