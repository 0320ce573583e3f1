import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import zlib from 'node:zlib';
import react from '@vitejs/plugin-react';
import { build } from 'esbuild';
import { defineConfig, mergeConfig, type Plugin, type UserConfig } from 'vite';

const api = `http://localhost:${process.env['TUIJIN_DEV_API_PORT'] ?? '3001'}`;
// The Host header is left as the browser sent it, because the server compares it with the Origin.
const toServer = { target: api, changeOrigin: false };

/** The service worker is built last: it holds the names of all files of the build, and is named by none of them. */
function serviceWorker(): Plugin {
  return {
    name: 'tuijin-service-worker',
    apply: 'build',
    async generateBundle(_options, bundle) {
      const files = Object.keys(bundle)
        .filter((name) => name.startsWith('assets/') && !name.endsWith('.map'))
        .sort()
        .map((name) => `/${name}`);
      const name = createHash('sha256').update(files.join('\n')).digest('hex').slice(0, 12);
      const { outputFiles } = await build({
        entryPoints: ['client/src/offline/service-worker.ts'],
        bundle: true,
        minify: true,
        write: false,
        format: 'iife',
        target: 'es2022',
        define: { BUILD: JSON.stringify(name), FILES: JSON.stringify(files) },
      });
      const [worker] = outputFiles;
      if (!worker) throw new Error('the service worker was not built');
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source: worker.text });
    },
  };
}

const packings = { br: promisify(zlib.brotliCompress), gz: promisify(zlib.gzip) };

/** Each file stands there packed as well, as tightly as it goes: the server has nothing to pack while somebody waits. */
function packed(): Plugin {
  return {
    name: 'tuijin-packed',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const files = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
      const pack = async (file: string, [ending, by]: [string, (bytes: Buffer) => Promise<Buffer>]) =>
        writeFile(`${file}.${ending}`, await by(await readFile(file)));
      await Promise.all(files.flatMap((name) => Object.entries(packings).map((packing) => pack(path.join(dir, name), packing))));
    },
  };
}

/** The program that knows theme and language before anything is drawn: so small that it stands in the page itself, which waits for it. */
function firstLook(): Plugin {
  return {
    name: 'tuijin-first-look',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: async () => {
        const { outputFiles } = await build({
          entryPoints: ['client/src/preferences/first-look.ts'],
          bundle: true,
          minify: true,
          write: false,
          format: 'iife',
          target: 'es2022',
        });
        return [{ tag: 'script', children: outputFiles[0]?.text.trim() ?? '', injectTo: 'head-prepend' }];
      },
    },
  };
}

/**
 * A feature's words in both languages lie in one file. Each file that gathers words (`words-en.ts`, …) gets a copy of its
 * own of what it gathers, of which only what it takes is left: a page loads the language that it speaks.
 */
function wordsApart(): Plugin {
  const gathers = /\/app\/words-([a-z-]+)\.ts$|\?words=([a-z-]+)$/;
  return {
    name: 'words-apart',
    enforce: 'pre',
    async resolveId(source, importer) {
      const by = importer?.match(gathers);
      if (!by || !/(messages|catalogue|refusals|vocabulary)\.ts$/.test(source)) return null;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}?words=${by[1] ?? by[2]}`;
    },
  };
}

/** In such a copy, what a name says in both languages (`{ zh, en }`) is left with the copy's own. */
function oneLanguage(): Plugin {
  return {
    name: 'one-language',
    enforce: 'post',
    transform(code, id) {
      const own = id.match(/\?words=(zh|en)/)?.[1];
      if (!own) return null;
      const cuts: { start: number; end: number }[] = [];
      for (const statement of this.parse(code).body) {
        const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
        if (declaration?.type !== 'VariableDeclaration') continue;
        for (const { init } of declaration.declarations) {
          if (init?.type !== 'ObjectExpression') continue;
          const sides = init.properties.flatMap((each) =>
            each.type === 'Property' && each.key.type === 'Identifier' ? [{ name: each.key.name, value: each.value }] : [],
          );
          if (sides.length !== 2 || !sides.every(({ name }) => name === 'zh' || name === 'en')) continue;
          cuts.push(...sides.filter(({ name }) => name !== own).map(({ value }) => ({ start: value.start, end: value.end })));
        }
      }
      return cuts.reduceRight((text, { start, end }) => `${text.slice(0, start)}{}${text.slice(end)}`, code);
    },
  };
}

/**
 * Every schema of zod can describe itself as JSON Schema, and name a fault in English. The page asks for neither: it takes
 * where the fault lies and says the rest in its own words. What those take is left out, their names stay.
 */
function zodInSilence(): Plugin {
  return {
    name: 'zod-in-silence',
    apply: 'build',
    transform(code, id) {
      if (/[\\/]zod[\\/]v4[\\/]locales[\\/]en\.js$/.test(id)) return 'export default () => ({ localeError: () => undefined });';
      if (!/[\\/]zod[\\/]v4[\\/]core[\\/](to-json-schema|json-schema-processors)\.js$/.test(id)) return null;
      const names = Array.from(code.matchAll(/^export (?:const|function|class) (\w+)/gm), ([, name]) => name);
      return `function none() {}\nexport { ${names.map((name) => `none as ${name}`).join(', ')} };`;
    },
  };
}

const BOARD = 'client/src/board/BoardPage.tsx';

/**
 * The board stands after two files, one that every page needs and one of its own. Left to itself the build makes a file of
 * each module that two pages share: forty small ones, each of which waits its turn on the line.
 */
const ofBoard = /[\\/]src[\\/]board[\\/](?!.*\?words=)/;

const AFTER_STILL = 'client/src/app/after-still.ts';

/** The program of the browser, in `dist/client`. */
const page: UserConfig = {
  plugins: [firstLook(), serviceWorker(), packed()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    manifest: true,
    rolldownOptions: {
      input: { index: 'client/index.html', board: BOARD, 'after-still': AFTER_STILL },
      treeshake: { propertyReadSideEffects: false },
      output: {
        codeSplitting: {
          groups: [
            { name: 'first', tags: ['$initial'], test: (id) => !ofBoard.test(id) && !id.includes(AFTER_STILL), priority: 1 },
            { name: 'board', tags: ['$initial'], test: (id) => !id.includes(AFTER_STILL) },
          ],
        },
      },
    },
    target: ['chrome120', 'firefox128', 'safari17'],
  },
};

/** The same pages for the server, which draws the first of them, in `dist/still`. */
const still: UserConfig = {
  build: { outDir: '../dist/still', emptyOutDir: true, copyPublicDir: false },
  ssr: { noExternal: true },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
};

/** In development Vite serves the client and hands the server's own routes on. */
export default defineConfig(({ isSsrBuild }) =>
  mergeConfig(isSsrBuild ? still : page, {
    root: 'client',
    plugins: [wordsApart(), oneLanguage(), zodInSilence(), react()],
    server: {
      port: 5173,
      strictPort: true,
      proxy: { '/trpc': toServer, '/files': toServer, '/board': toServer, '/healthz': toServer, '/readyz': toServer },
    },
  }),
);
