import type { JSX as HonoJSX } from 'hono/jsx'

type Attributes = HonoJSX.HTMLAttributes & { [name: `data-${string}`]: string | number | undefined }

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      'viche-copy': Attributes
      'viche-count': Attributes
      'viche-passkey': Attributes
      'viche-position': Attributes
      'viche-print': Attributes
      'viche-embed': Attributes
      'viche-petition': Attributes & { petition?: string; theme?: string; size?: string }
      'viche-receipt': Attributes
      'viche-sign-form': Attributes
      'viche-submit': Attributes
      'viche-submit-form': Attributes
      'viche-verify': Attributes
    }
  }
}
