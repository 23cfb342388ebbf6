/** Prints the manifests, for `kubectl apply -f -`. */
import { greeterManifest } from './manifest.ts';

process.stdout.write(greeterManifest());
