/** Addresses of the styles and scripts that pages load; their names change with their content. */
export interface Assets {
  readonly css: string
  readonly count: string
  readonly search: string
  readonly sign: string
  readonly submit: string
  readonly worker: string
}

export type Script = Exclude<keyof Assets, 'css' | 'worker'>

/** Set by the bundler (`assetDefines` in `build-assets.ts`); absent where nothing was bundled. */
declare const VICHE_ASSETS: Assets | undefined

const unbundled: Assets = {
  css: '/assets/site.css',
  count: '/assets/count.js',
  search: '/assets/search.js',
  sign: '/assets/sign.js',
  submit: '/assets/submit.js',
  worker: '/assets/worker.js',
}

export const assets: Assets = typeof VICHE_ASSETS === 'undefined' ? unbundled : VICHE_ASSETS
