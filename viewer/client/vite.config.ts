import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** No inline script, style or data address, so that the server's Content-Security-Policy needs no exception. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  publicDir: false,
  logLevel: 'warn',
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, emptyOutDir: true, target: 'es2023' },
})
