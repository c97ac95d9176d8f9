import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** One script and one style, nothing inline, so that the server's Content-Security-Policy needs no exception; images are data. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  publicDir: false,
  logLevel: 'warn',
  build: { modulePreload: { polyfill: false }, emptyOutDir: true, target: 'es2023' },
})
