import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { build } from 'esbuild';
import { defineConfig, type Plugin } from 'vite';

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

/** The client is built into `dist/client`; in development Vite serves it and hands the server's own routes on. */
export default defineConfig({
  root: 'client',
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: ['chrome120', 'firefox128', 'safari17'],
  },
  server: {
    port: 5173,
    strictPort: true,
    proxy: { '/trpc': toServer, '/files': toServer, '/board': toServer, '/healthz': toServer, '/readyz': toServer },
  },
});
