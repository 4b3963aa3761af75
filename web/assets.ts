/**
 * Styles by name: `site` is on every page; the others hold what only some pages show, so that reading a petition
 * loads none of them.
 */
export type Style =
  | 'site'
  | 'forms'
  | 'desk'
  | 'submit'
  | 'verify'
  | 'embed'
  | 'host'
  | 'poster'
  | 'lists'
  | 'design'

/** Addresses of the styles and scripts that pages load; their names change with their content. */
export interface Assets extends Readonly<Record<`${Style}.css`, string>> {
  readonly petition: string
  readonly passkey: string
  readonly print: string
  readonly copy: string
  readonly signers: string
  readonly frame: string
  readonly receipt: string
  readonly sign: string
  readonly submit: string
  readonly timestamps: string
  readonly edwards: string
  readonly verifier: string
  readonly verify: string
  readonly worker: string
}

/** What pages load by themselves; the others are loaded by scripts. */
export type Script = Exclude<keyof Assets, `${Style}.css` | 'worker' | 'verifier' | 'timestamps' | 'edwards'>

/** Set by the bundler of whatever renders pages (`assetDefines` in `build-assets.ts`). */
declare const VICHE_ASSETS: Assets | undefined

const unbuilt: Assets = {
  'site.css': '/assets/site.css',
  'forms.css': '/assets/forms.css',
  'design.css': '/assets/design.css',
  'desk.css': '/assets/desk.css',
  'submit.css': '/assets/submit.css',
  'verify.css': '/assets/verify.css',
  'embed.css': '/assets/embed.css',
  'host.css': '/assets/host.css',
  petition: '/assets/petition.js',
  passkey: '/assets/passkey.js',
  print: '/assets/print.js',
  signers: '/assets/signers.js',
  'poster.css': '/assets/poster.css',
  'lists.css': '/assets/lists.css',
  copy: '/assets/copy.js',
  frame: '/assets/frame.js',
  receipt: '/assets/receipt.js',
  sign: '/assets/sign.js',
  submit: '/assets/submit.js',
  timestamps: '/assets/timestamps.js',
  edwards: '/assets/edwards.js',
  verifier: '/assets/verifier.js',
  verify: '/assets/verify.js',
  worker: '/assets/worker.js',
}

/**
 * The script of the widget on other sites (docs/embed.md). Those sites name it once and for years, so that its name
 * stays and its content may change.
 */
export const WIDGET_SCRIPT = '/embed/viche.js'

/** What pages link to. */
export const assets: Assets = typeof VICHE_ASSETS === 'undefined' ? unbuilt : VICHE_ASSETS
