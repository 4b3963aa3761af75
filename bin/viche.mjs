#!/usr/bin/env node
// `npx viche verify …` in a checkout: builds the command where it has changed, and runs it.
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { buildCommand } from './build.mjs'

const root = new URL('../', import.meta.url)

if (!existsSync(new URL('node_modules/esbuild/lib/main.js', root))) {
  console.error('Спершу виконайте npm ci / Run npm ci first')
  process.exit(2)
}
const file = await buildCommand(fileURLToPath(new URL('.build/verify/viche.mjs', root)))
await import(pathToFileURL(file).href)
