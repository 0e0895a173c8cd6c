import { createRootRoute } from '@tanstack/react-router';
import { NotFound } from './shell/not-found.js';
import { Shell } from './shell/shell.js';

/** Every room's routes hang on it; `router.tsx` puts them together. */
export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });
