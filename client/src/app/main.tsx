import { StrictMode, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { keepBuild } from '../offline/register.ts';
import { App } from './App.tsx';
import { firstPage } from './first-page.ts';
import { queryClient } from './trpc.ts';
import './theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const page = createRoot(root);
// Not awaited at the top: the board's file takes parts of this one, and would wait for it as it for the board.
void firstPage(window.location.pathname).then(() => {
  page.render(
    <StrictMode>
      <App answers={queryClient} />
      <Standing />
    </StrictMode>,
  );
  keepBuild();
});

/** Takes the server's still away in the very frame in which the page stands in its place. */
function Standing() {
  useLayoutEffect(() => document.getElementById('still')?.remove(), []);
  return null;
}
