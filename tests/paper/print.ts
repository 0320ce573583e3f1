import { build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import type { Document } from '#shared/documents/model.ts';

declare global {
  interface Window {
    draw: (document: Document) => Promise<void>;
  }
}

let bundle: Promise<{ script: string; style: string }> | null = null;

/** The renderer alone with its style, as the client uses it; no server stands behind it. */
function renderer(): Promise<{ script: string; style: string }> {
  bundle ??= build({
    entryPoints: ['tests/paper/entry.tsx'],
    bundle: true,
    write: false,
    outdir: 'paper',
    format: 'iife',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  }).then(({ outputFiles }) => ({
    script: outputFiles.find((file) => file.path.endsWith('.js'))?.text ?? '',
    style: outputFiles.find((file) => file.path.endsWith('.css'))?.text ?? '',
  }));
  return bundle;
}

/** A page that shows the document as its readers see it. */
export async function show(browser: Browser, document: Document): Promise<Page> {
  const { script, style } = await renderer();
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.setContent('<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head><body></body></html>');
  await page.addStyleTag({ content: style });
  await page.addScriptTag({ content: script });
  await page.evaluate((given) => window.draw(given), document);
  return page;
}

/** The document on paper. */
export async function print(browser: Browser, document: Document): Promise<Buffer> {
  const page = await show(browser, document);
  try {
    return await page.pdf({ preferCSSPageSize: true, printBackground: true });
  } finally {
    await page.close();
  }
}
