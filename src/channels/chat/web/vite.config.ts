import { fileURLToPath } from 'node:url'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** One script a site includes with one tag: `dist/pages/widget.js`. */
export default defineConfig({
  root: here('.'),
  plugins: [preact({ devToolsEnabled: false, prefreshEnabled: false })],
  define: { 'process.env.NODE_ENV': '"production"' },
  build: {
    outDir: here('../../../../dist/pages'),
    emptyOutDir: false,
    target: 'es2022',
    lib: {
      entry: here('widget.tsx'),
      name: 'AmiableWidget',
      formats: ['iife'],
      fileName: () => 'widget.js',
    },
  },
})
