import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import split from '../vite.config.ts';
import { texts } from './texts.ts';

/** The same front end without splitting, all in one script: only to be compared with (`make bundle-report`). */
export default defineConfig({
  ...split,
  plugins: [texts(), react()],
  build: {
    ...split.build,
    sourcemap: false,
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
