import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = `http://localhost:${process.env['TUIJIN_DEV_API_PORT'] ?? '3001'}`;
// The Host header is left as the browser sent it, because the server compares it with the Origin.
const toServer = { target: api, changeOrigin: false };

/** The client is built into `dist/client`; in development Vite serves it and hands the server's own routes on. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
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
