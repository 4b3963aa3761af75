/** Addresses of the styles and scripts that pages load; their names change with their content. */
export interface Assets {
  readonly css: string
  readonly count: string
  readonly receipt: string
  readonly search: string
  readonly sign: string
  readonly submit: string
  readonly timestamps: string
  readonly edwards: string
  readonly verifier: string
  readonly verify: string
  readonly worker: string
}

/** What pages load by themselves; the others are loaded by scripts. */
export type Script = Exclude<keyof Assets, 'css' | 'worker' | 'verifier' | 'timestamps' | 'edwards'>

/** Set by the bundler of whatever renders pages (`assetDefines` in `build-assets.ts`). */
declare const VICHE_ASSETS: Assets | undefined

const unbuilt: Assets = {
  css: '/assets/site.css',
  count: '/assets/count.js',
  receipt: '/assets/receipt.js',
  search: '/assets/search.js',
  sign: '/assets/sign.js',
  submit: '/assets/submit.js',
  timestamps: '/assets/timestamps.js',
  edwards: '/assets/edwards.js',
  verifier: '/assets/verifier.js',
  verify: '/assets/verify.js',
  worker: '/assets/worker.js',
}

/** What pages link to. */
export const assets: Assets = typeof VICHE_ASSETS === 'undefined' ? unbuilt : VICHE_ASSETS
