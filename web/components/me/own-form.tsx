import type { Child } from 'hono/jsx'
import { href } from '../../addresses'
import type { Owner } from './open-for'

interface OwnFormProps extends Pick<Owner, 'locale' | 'csrf'> {
  readonly action: string
  readonly fields?: Readonly<Record<string, string>>
  readonly children?: Child
}

/** A form of a resident's own page, with the proof that the page itself has shown it. */
export function OwnForm({ locale, csrf, action, fields = {}, children }: OwnFormProps) {
  return (
    <form method="post" action={href(locale, action)}>
      <input type="hidden" name="csrf" value={csrf} />
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}
