import '@mantine/core/styles/baseline.css';
import '@mantine/core/styles/default-css-variables.css';
import '@mantine/core/styles/global.css';
import './shell/shell.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { queries } from './api/queries.js';
import { router } from './router.js';
import { Notices } from './shell/notices.js';
import { theme } from './shell/theme.js';
import { prepareWords } from './words/words.js';

const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');

// While developing, libraries are bundled beforehand and bring no styles along.
if (import.meta.env.DEV) await import('@mantine/core/styles.css');
await prepareWords();
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="light">
      <Notices />
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
