import { defineConfig } from 'vite'

export default defineConfig({
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    modulePreload: false,
    rollupOptions: {
      input: { playground: new URL('app.tsx', import.meta.url).pathname },
      output: {
        entryFileNames: 'playground/[name].js',
        assetFileNames: 'playground/[name][extname]',
        codeSplitting: false,
      },
    },
  },
})
