interface CommandsProps {
  /** Each is one line, as it is to be typed. */
  readonly lines: readonly string[]
  /** Tells a reader of the page's source, e.g. its test, where the lines belong. */
  readonly name?: string
}

/** Lines for a terminal. What is too long for the screen goes on below, set in, and is copied as one line. */
export function Commands({ lines, name }: CommandsProps) {
  return (
    <pre class="commands" data-commands={name}>
      {lines.map((line) => (
        <code>{line}</code>
      ))}
    </pre>
  )
}
