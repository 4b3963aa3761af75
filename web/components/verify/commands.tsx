interface CommandsProps {
  /** Each is one line, as it is to be typed. */
  readonly lines: readonly string[]
  /** Tells a reader of the page's source, e.g. its test, where the lines belong. */
  readonly name?: string
}

/** Lines for a terminal; long ones are pushed aside within their box, not the page. */
export function Commands({ lines, name }: CommandsProps) {
  return (
    <pre class="commands" tabindex={0} data-commands={name}>
      <code>{lines.join('\n')}</code>
    </pre>
  )
}
