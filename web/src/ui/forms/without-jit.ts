import { z } from 'zod';

// Compiled checks need `new Function`, which the page's Content-Security-Policy forbids. Schemas ask when they are made,
// so the build puts this into zod's own chunk, which runs before all that make some (web/vite/chunks.ts).
z.config({ jitless: true });
