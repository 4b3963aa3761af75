/**
 * Tells whoever runs the stack that something failed: the error's kind and the
 * places in the code. Its message is left out, since it may repeat what a person wrote.
 */
export function report(where: string, error: unknown): void {
  const { name, stack } = error instanceof Error ? error : { name: typeof error, stack: '' }
  const places = (stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  console.error([`${where}: ${name}`, ...places.slice(0, 4)].join('\n'))
}
