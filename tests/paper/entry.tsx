import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Document } from '#shared/documents/model.ts';
import '../../client/src/app/theme.css';
import { Paper } from '../../client/src/documents/Paper.tsx';

/** What the test page offers: draw a document and tell when it stands. */
async function draw(given: unknown): Promise<void> {
  const root = document.createElement('div');
  document.body.append(root);
  flushSync(() => createRoot(root).render(<Paper document={Document.parse(given)} />));
  await document.fonts.ready;
  // The 版记 is placed again after the fonts have come, in the task behind this one.
  await new Promise((resolve) => setTimeout(resolve, 0));
}

Object.assign(window, { draw });
