import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { keepBuild } from '../offline/register.ts';
import { App } from './App.tsx';
import './theme.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
keepBuild();
