import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { writeFontConfig } from './fonts.ts';
import { unpackNpmChromium } from './npm-chromium.ts';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none', '--hide-scrollbars'];

/**
 * Starts a real browser: the one that `CHROME` names, else an installed one, else the one from npm.
 * Where none is to be had the test fails and says what to do; a browser test is never skipped.
 */
export async function launchBrowser(): Promise<Browser> {
  const options = await whichBrowser();
  return chromium.launch({ headless: true, args: FLAGS, ...options });
}

async function whichBrowser(): Promise<LaunchOptions> {
  const named = process.env.CHROME;
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROME names ${named}, where no browser is`);
    return { executablePath: named, ...(await environment(null)) };
  }
  if (process.platform !== 'linux') return { channel: 'chrome' };
  const installed = INSTALLED.find((file) => existsSync(file));
  if (installed) return { executablePath: installed, ...(await environment(null)) };
  if (process.arch !== 'x64') throw new Error('npm has no browser for this machine: install Chromium, or name one in CHROME');
  const { executable, libraries } = await unpackNpmChromium();
  return { executablePath: executable, ...(await environment(libraries)) };
}

/** Linux browsers all get the same fonts, so that a page breaks its lines alike on every machine. */
async function environment(libraries: string | null): Promise<LaunchOptions> {
  if (process.platform !== 'linux') return {};
  const given = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const env = Object.fromEntries(given);
  env.FONTCONFIG_FILE = await writeFontConfig(path.join(os.tmpdir(), `tuijin-fonts-${os.userInfo().uid}`));
  if (libraries !== null) env.LD_LIBRARY_PATH = libraries;
  return { env };
}
