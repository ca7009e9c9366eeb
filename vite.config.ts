import { cp, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * One build, three environments. Everything is bundled except what cannot be: Node's own modules, `electron`, and the
 * database with its native binary. The Node programs share their chunks in `dist/` itself, so `import.meta.url` of any
 * of them (the Electron main program aside) stands in the folder that holds `assets/`, `renderer/` and `service.js`.
 */
const root = import.meta.dirname
const dist = path.join(root, 'dist')
/** Built beside its place and moved there when whole: a build that fails leaves the last good one standing. */
const staging = path.join(root, 'dist.new')
const external = ['electron', /^electron\/.+/, ...builtinModules, /^node:/, 'better-sqlite3']

const programs = {
  'main/main': 'electron/main.ts',
  service: 'app/service.ts',
  server: 'server/main.ts',
  cli: 'cli/main.ts',
  bench: 'bench/main.ts',
}
const nodeInputs = Object.fromEntries(
  Object.entries(programs)
    .map(([name, file]) => [name, path.join(root, file)] as const)
    .filter(([, file]) => existsSync(file)),
)

export default defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  builder: {
    sharedConfigBuild: true,
    buildApp: async (builder) => {
      await rm(staging, { recursive: true, force: true })
      for (const environment of Object.values(builder.environments)) {
        if (environment.name === 'client' && !existsSync(path.join(root, 'renderer/index.html'))) continue
        await builder.build(environment)
      }
      if (existsSync(path.join(root, 'assets'))) {
        await cp(path.join(root, 'assets'), path.join(staging, 'assets'), { recursive: true })
      }
      await rm(dist, { recursive: true, force: true })
      await rename(staging, dist)
    },
  },
  environments: {
    client: {
      build: {
        outDir: path.join(staging, 'renderer'),
        emptyOutDir: false,
        target: 'chrome146',
        sourcemap: true,
        // Everything is on this machine: a data: font would only force a looser Content-Security-Policy.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
      },
    },
    node: {
      consumer: 'server',
      resolve: { conditions: ['node'], noExternal: true, external: ['electron', 'better-sqlite3'] },
      build: {
        outDir: staging,
        emptyOutDir: false,
        target: 'node24',
        minify: false,
        sourcemap: true,
        ssr: true,
        rolldownOptions: {
          input: nodeInputs,
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true, external: ['electron'] },
      build: {
        outDir: path.join(staging, 'preload'),
        emptyOutDir: false,
        target: 'node24',
        minify: false,
        ssr: true,
        rolldownOptions: {
          input: { preload: path.join(root, 'electron/preload.ts') },
          external,
          output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
        },
      },
    },
  },
})
